//! Evidence to sentences, and Kubernetes' own texts for the version mirrored.
