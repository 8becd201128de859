//! What the API server does to an object before the controllers see it: defaulting.
