//! Native integration tests.
mod kubectl_rows;
mod layers;
