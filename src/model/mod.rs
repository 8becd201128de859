//! Typed API objects under Kubernetes' own names.
