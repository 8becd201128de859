//! Native integration tests.
mod conformance;
mod kubectl_rows;
mod layers;
