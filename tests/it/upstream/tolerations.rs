use everynode::matching::{differs, same_toleration, tolerates_taint};
use everynode::model::{FeatureGates, Taint, TaintEffect, Toleration, TolerationOperator};

/// Key, operator, value, effect.
type Written<'a> = (&'a str, &'a str, &'a str, &'a str);

fn toleration((key, operator, value, effect): Written<'_>) -> Toleration {
    Toleration {
        key: key.to_owned(),
        operator: TolerationOperator::parse(operator),
        value: value.to_owned(),
        effect: (!effect.is_empty()).then(|| TaintEffect::parse(effect)),
        toleration_seconds: None,
    }
}

fn taint(key: &str, value: &str, effect: &str) -> Taint {
    Taint {
        key: key.to_owned(),
        value: value.to_owned(),
        effect: TaintEffect::parse(effect),
    }
}

const GATE: FeatureGates = FeatureGates {
    taint_toleration_comparison_operators: true,
};

/// Whether it tolerates, with the gate on; and that the parts that differ say the same.
fn tolerates(written: Written<'_>, taint: &Taint) -> bool {
    let toleration = toleration(written);
    let tolerates = tolerates_taint(&toleration, taint, GATE);
    let differs = differs(&toleration, taint, GATE);
    assert_eq!(differs.is_empty(), tolerates, "{written:?} {taint}");
    tolerates
}

/// staging/src/k8s.io/api/core/v1/toleration_test.go TestTolerationToleratesTaint
#[test]
fn a_toleration_needs_key_effect_and_value_where_it_names_them() {
    let (out, gone) = ("NoSchedule", "NoExecute");
    for (written, value, effect, expected) in [
        (("gpu", "Exists", "", out), "", out, true),
        (("gpu", "Exists", "", out), "tesla", out, true),
        (("", "Exists", "", out), "tesla", out, true),
        (("gpu", "Equal", "tesla", out), "tesla", out, true),
        (("gpu", "", "tesla", out), "tesla", out, true),
        (("gpu", "Equal", "tesla", out), "volta", out, false),
        (("gpu", "Equal", "tesla", out), "tesla", gone, false),
        (("gpu", "Equal", "tesla", ""), "tesla", gone, true),
        (("cpu", "Exists", "", out), "", out, false),
        (("gpu", "Contains", "tesla", out), "tesla", out, false),
    ] {
        let taint = taint("gpu", value, effect);
        assert_eq!(tolerates(written, &taint), expected, "{written:?} {taint}");
    }
}

/// staging/src/k8s.io/api/core/v1/toleration_test.go TestCompareNumericValues
#[test]
fn numbers_compare_as_the_taint_stands_to_the_toleration() {
    for (value, operator, bound, expected) in [
        ("200", "Gt", "100", true),
        ("100", "Gt", "200", false),
        ("100", "Gt", "100", false),
        ("-50", "Gt", "-100", true),
        ("-100", "Gt", "-50", false),
        ("-200", "Gt", "-100", false),
        ("1", "Gt", "0", true),
        ("0", "Gt", "0", false),
        ("0", "Lt", "0", false),
        ("100", "Lt", "200", true),
        ("200", "Lt", "100", false),
        ("100", "Lt", "100", false),
        ("-100", "Lt", "-50", true),
        ("-50", "Lt", "-100", false),
        ("-1", "Lt", "0", true),
        // The ends of 64 bits.
        ("9223372036854775807", "Gt", "9223372036854775806", true),
        ("9223372036854775807", "Gt", "0", true),
        ("-9223372036854775808", "Lt", "0", true),
        ("100", "Gt", "9223372036854775806", false),
        ("9223372036854775808", "Gt", "0", false),
        // A text that is not a number as it would be printed compares with nothing.
        ("100", "Gt", "abc", false),
        ("100", "Gt", "", false),
        ("200", "Gt", "0100", false),
        ("200", "Gt", "+100", false),
        ("200", "Gt", "100.5", false),
        ("100", "Gt", "-", false),
        ("xyz", "Gt", "100", false),
        ("high", "Gt", "950", false),
        ("", "Gt", "100", false),
        ("0200", "Gt", "100", false),
        ("+200", "Lt", "100", false),
        (" 200 ", "Lt", "100", false),
        ("-0", "Lt", "1", false),
    ] {
        let taint = taint("sla", value, "NoSchedule");
        let written = ("sla", operator, bound, "NoSchedule");
        assert_eq!(tolerates(written, &taint), expected, "{written:?} {taint}");
        let off = tolerates_taint(&toleration(written), &taint, FeatureGates::default());
        assert!(!off, "behind a gate: {written:?} {taint}");
    }
}

/// staging/src/k8s.io/api/core/v1/toleration_test.go TestMatchToleration
#[test]
fn two_tolerations_are_the_same_whatever_their_seconds() {
    let one = ("gpu", "Exists", "a", "NoExecute");
    for (other, expected) in [
        (one, true),
        (("cpu", "Exists", "a", "NoExecute"), false),
        (("gpu", "Equal", "a", "NoExecute"), false),
        (("gpu", "", "a", "NoExecute"), false),
        (("gpu", "Exists", "b", "NoExecute"), false),
        (("gpu", "Exists", "a", "NoSchedule"), false),
        (("gpu", "Exists", "a", ""), false),
    ] {
        for seconds in [None, Some(300)] {
            let other = Toleration {
                toleration_seconds: seconds,
                ..toleration(other)
            };
            let same = same_toleration(&toleration(one), &other);
            assert_eq!(same, expected, "{other:?}");
        }
    }
}
