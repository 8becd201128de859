//! Text and places: byte ranges, line index, field paths, source maps.
