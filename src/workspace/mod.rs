//! The pipeline held once: open texts, ask; recomputes only what an edit touched.
