import "everynode/element";
