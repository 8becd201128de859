//! Pure matchers: label selectors, node affinity terms, tolerations against taints.
