/// What has a colour: a selector, the property, and the values by day and by night. They are tokens of
/// www/src/style/tokens.css, so that this picture and the playground say the same (`tests/it/picture.rs` holds them
/// against it).
const COLOURS: [(&str, &str, &str, &str); 29] = [
    (".bg,.ground", "fill", "#ffffff", "#191a1c"),
    (".sunk", "fill", "#f3f2ee", "#141516"),
    ("text", "fill", "#4b4e54", "#b6b9bf"),
    (".ink,.n,.h,.m", "fill", "#1a1b1d", "#ebebe8"),
    (".q", "fill", "#63666c", "#969aa2"),
    (".grid", "stroke", "#e3e1da", "#2a2c30"),
    (".frame", "stroke", "#cbc8bf", "#42454b"),
    (".mark", "stroke", "#1a1b1d", "#ebebe8"),
    (".held", "fill", "#e6e7e9", "#2b2d31"),
    (".held", "stroke", "#85827a", "#767a82"),
    (".none", "stroke", "#85827a", "#767a82"),
    (".old,.k-old", "fill", "#8f939b", "#6c7078"),
    (".in-old", "fill", "#141516", "#ffffff"),
    (".k-term-w", "fill", "#f8e4ef", "#3a1f30"),
    (".k-term", "fill", "#b8578f", "#b8578f"),
    (".term", "stroke", "#b8578f", "#b8578f"),
    (".k-mid-w", "fill", "#e4f1fb", "#172a3b"),
    (".k-mid", "fill", "#2b6591", "#8dbfe6"),
    (".start", "stroke", "#2b6591", "#8dbfe6"),
    (".ready", "fill", "#7fb6e3", "#33689a"),
    (".new,.k-new,.good", "fill", "#2468ac", "#5ba6ec"),
    (".in-new", "fill", "#ffffff", "#0b1a29"),
    (".k-wait", "fill", "#fbe7bd", "#3b2d0e"),
    (".pend", "stroke", "#b97f06", "#c98d1a"),
    (".in-pend,.doubt", "fill", "#7d4f00", "#f2bb55"),
    (".k-down-w", "fill", "#fbe3d8", "#421f10"),
    (".k-down", "fill", "#c8491a", "#e0612c"),
    (".never,.dead", "stroke", "#c8491a", "#e0612c"),
    (".in-down,.bad", "fill", "#a5330a", "#ff9a70"),
];

/// Shapes and letters; all rules hold inside the picture alone, wherever it is put.
const REST: &str = "\
text{font:11px system-ui,sans-serif;font-variant-numeric:tabular-nums}
.n,.m,.c{font-family:ui-monospace,monospace}
.n{font-size:12px}
.c{white-space:pre}
.s{font-size:12px}
.h{font-size:17px;font-weight:600}
.b,.in-old,.in-new,.in-pend,.in-down{font-weight:600}
.in-old,.in-new,.in-pend,.in-down{font-size:10px}
.grid,.frame,.mark,.none,.dead{fill:none}
.mark{stroke-width:1.5}
.dash,.none{stroke-dasharray:4 3}
.dead{stroke-width:1.5}
.term{fill:url(#en-term)}
.start{fill:url(#en-start)}
.pend{fill:url(#en-pend)}
.never{fill:url(#en-never)}
.both{fill:url(#en-both)}
";

/// Patterns tell states apart without any colour.
const PATTERNS: &str = "<defs>
<pattern id=\"en-term\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
<path class=\"k-term-w\" d=\"M0 0h6v6h-6z\"/><path class=\"k-term\" d=\"M0 0h3v6h-3z\"/></pattern>
<pattern id=\"en-start\" width=\"4\" height=\"8\" patternUnits=\"userSpaceOnUse\">\
<path class=\"k-mid-w\" d=\"M0 0h4v8h-4z\"/><path class=\"k-mid\" d=\"M0 0h1.5v8h-1.5z\"/></pattern>
<pattern id=\"en-pend\" width=\"10\" height=\"10\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
<path class=\"ground\" d=\"M0 0h10v10h-10z\"/><path class=\"k-wait\" d=\"M0 0h5v10h-5z\"/></pattern>
<pattern id=\"en-never\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
<path class=\"k-down-w\" d=\"M0 0h6v6h-6z\"/><path class=\"k-down\" d=\"M0 0h6v1.2h-6zM0 0h1.2v6h-1.2z\"/></pattern>
<pattern id=\"en-both\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
<path class=\"k-old\" d=\"M0 0h6v3h-6z\"/><path class=\"k-new\" d=\"M0 3h6v3h-6z\"/></pattern>
</defs>
";

/// The style sheet and the patterns of a picture.
pub(super) fn palette() -> String {
    let mut out = String::from("<style>\n");
    let rules = |by_night: bool, out: &mut String| {
        for (selectors, property, light, dark) in COLOURS {
            selector(selectors, out);
            out.push_str(&format!(
                "{{{property}:{}}}\n",
                if by_night { dark } else { light }
            ));
        }
    };
    rules(false, &mut out);
    for line in REST.lines() {
        if let Some((selectors, rule)) = line.split_once('{') {
            selector(selectors, &mut out);
            out.push('{');
            out.push_str(rule);
            out.push('\n');
        }
    }
    out.push_str("@media (prefers-color-scheme:dark){\n");
    rules(true, &mut out);
    out.push_str("}\n</style>\n");
    out.push_str(PATTERNS);
    out
}

fn selector(selectors: &str, out: &mut String) {
    for (at, one) in selectors.split(',').enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push_str(".en ");
        out.push_str(one);
    }
}
