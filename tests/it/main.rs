//! Native integration tests.
mod kubectl_rows;
