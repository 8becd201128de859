import type { DefaultsAnswer } from "../../../pkg/src/types.ts";

export const answer = {
  version: "0.0.0",
  kubernetes: "1.36",
  objects: [
    {
      kind: "DaemonSet",
      namespace: "logging",
      name: "agent",
      file: "refused.yaml",
      decodingErrors: [
        {
          message: "unknown field \"spec.template.spec.containers[0].readOnlyRootFilesystem\"",
          path: "spec.template.spec.containers[0].readOnlyRootFilesystem",
          range: {
            start: {
              offset: 286,
              line: 13,
              column: 9,
            },
            end: {
              offset: 308,
              line: 13,
              column: 31,
            },
          },
          help: "`readOnlyRootFilesystem` is a field of `spec.template.spec.containers[0].securityContext`",
        },
      ],
      yaml: "apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: agent\n  namespace: logging\nspec:\n  revisionHistoryLimit: 10\n  selector:\n    matchLabels:\n      app: agent\n  template:\n    metadata:\n      labels:\n        app: agent\n    spec:\n      containers:\n      - image: registry.example/agent:1.2.3\n        imagePullPolicy: IfNotPresent\n        name: \"\"\n        resources: {}\n        terminationMessagePath: /dev/termination-log\n        terminationMessagePolicy: File\n      dnsPolicy: ClusterFirst\n      restartPolicy: Never\n      schedulerName: default-scheduler\n      securityContext: {}\n      terminationGracePeriodSeconds: 30\n  updateStrategy:\n    rollingUpdate:\n      maxSurge: 0\n      maxUnavailable: 1\n    type: RollingUpdate\nstatus:\n  currentNumberScheduled: 0\n  desiredNumberScheduled: 0\n  numberMisscheduled: 0\n  numberReady: 0\n",
      json: "{\"kind\":\"DaemonSet\",\"apiVersion\":\"apps/v1\",\"metadata\":{\"name\":\"agent\",\"namespace\":\"logging\"},\"spec\":{\"selector\":{\"matchLabels\":{\"app\":\"agent\"}},\"template\":{\"metadata\":{\"labels\":{\"app\":\"agent\"}},\"spec\":{\"containers\":[{\"name\":\"\",\"image\":\"registry.example/agent:1.2.3\",\"resources\":{},\"terminationMessagePath\":\"/dev/termination-log\",\"terminationMessagePolicy\":\"File\",\"imagePullPolicy\":\"IfNotPresent\"}],\"restartPolicy\":\"Never\",\"terminationGracePeriodSeconds\":30,\"dnsPolicy\":\"ClusterFirst\",\"securityContext\":{},\"schedulerName\":\"default-scheduler\"}},\"updateStrategy\":{\"type\":\"RollingUpdate\",\"rollingUpdate\":{\"maxUnavailable\":1,\"maxSurge\":0}},\"revisionHistoryLimit\":10},\"status\":{\"currentNumberScheduled\":0,\"numberMisscheduled\":0,\"desiredNumberScheduled\":0,\"numberReady\":0}}",
      added: [
        {
          path: "spec.revisionHistoryLimit",
          line: 7,
          lastLine: 7,
        },
        {
          path: "spec.template.spec.containers[0].imagePullPolicy",
          line: 18,
          lastLine: 18,
        },
        {
          path: "spec.template.spec.containers[0].name",
          line: 19,
          lastLine: 19,
        },
        {
          path: "spec.template.spec.containers[0].resources",
          line: 20,
          lastLine: 20,
        },
        {
          path: "spec.template.spec.containers[0].terminationMessagePath",
          line: 21,
          lastLine: 21,
        },
        {
          path: "spec.template.spec.containers[0].terminationMessagePolicy",
          line: 22,
          lastLine: 22,
        },
        {
          path: "spec.template.spec.dnsPolicy",
          line: 23,
          lastLine: 23,
        },
        {
          path: "spec.template.spec.schedulerName",
          line: 25,
          lastLine: 25,
        },
        {
          path: "spec.template.spec.securityContext",
          line: 26,
          lastLine: 26,
        },
        {
          path: "spec.template.spec.terminationGracePeriodSeconds",
          line: 27,
          lastLine: 27,
        },
        {
          path: "spec.updateStrategy",
          line: 28,
          lastLine: 32,
        },
        {
          path: "status",
          line: 33,
          lastLine: 37,
        },
      ],
    },
    {
      kind: "DaemonSet",
      namespace: "logging",
      name: "warned",
      file: "refused.yaml",
      decodingErrors: [],
      yaml: "apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: warned\n  namespace: logging\nspec:\n  revisionHistoryLimit: 10\n  selector:\n    matchLabels:\n      app: warned\n  template:\n    metadata:\n      labels:\n        app: warned\n    spec:\n      containers:\n      - image: registry.example/agent:1.2.3\n        imagePullPolicy: IfNotPresent\n        name: agent\n        resources: {}\n        terminationMessagePath: /dev/termination-log\n        terminationMessagePolicy: File\n      dnsPolicy: ClusterFirst\n      nodeSelector:\n        beta.kubernetes.io/os: linux\n      restartPolicy: Always\n      schedulerName: default-scheduler\n      securityContext: {}\n      terminationGracePeriodSeconds: 30\n  updateStrategy:\n    rollingUpdate:\n      maxSurge: 0\n      maxUnavailable: 1\n    type: RollingUpdate\nstatus:\n  currentNumberScheduled: 0\n  desiredNumberScheduled: 0\n  numberMisscheduled: 0\n  numberReady: 0\n",
      json: "{\"kind\":\"DaemonSet\",\"apiVersion\":\"apps/v1\",\"metadata\":{\"name\":\"warned\",\"namespace\":\"logging\"},\"spec\":{\"selector\":{\"matchLabels\":{\"app\":\"warned\"}},\"template\":{\"metadata\":{\"labels\":{\"app\":\"warned\"}},\"spec\":{\"containers\":[{\"name\":\"agent\",\"image\":\"registry.example/agent:1.2.3\",\"resources\":{},\"terminationMessagePath\":\"/dev/termination-log\",\"terminationMessagePolicy\":\"File\",\"imagePullPolicy\":\"IfNotPresent\"}],\"restartPolicy\":\"Always\",\"terminationGracePeriodSeconds\":30,\"dnsPolicy\":\"ClusterFirst\",\"nodeSelector\":{\"beta.kubernetes.io/os\":\"linux\"},\"securityContext\":{},\"schedulerName\":\"default-scheduler\"}},\"updateStrategy\":{\"type\":\"RollingUpdate\",\"rollingUpdate\":{\"maxUnavailable\":1,\"maxSurge\":0}},\"revisionHistoryLimit\":10},\"status\":{\"currentNumberScheduled\":0,\"numberMisscheduled\":0,\"desiredNumberScheduled\":0,\"numberReady\":0}}",
      added: [
        {
          path: "spec.revisionHistoryLimit",
          line: 7,
          lastLine: 7,
        },
        {
          path: "spec.template.spec.containers[0].imagePullPolicy",
          line: 18,
          lastLine: 18,
        },
        {
          path: "spec.template.spec.containers[0].resources",
          line: 20,
          lastLine: 20,
        },
        {
          path: "spec.template.spec.containers[0].terminationMessagePath",
          line: 21,
          lastLine: 21,
        },
        {
          path: "spec.template.spec.containers[0].terminationMessagePolicy",
          line: 22,
          lastLine: 22,
        },
        {
          path: "spec.template.spec.dnsPolicy",
          line: 23,
          lastLine: 23,
        },
        {
          path: "spec.template.spec.restartPolicy",
          line: 26,
          lastLine: 26,
        },
        {
          path: "spec.template.spec.schedulerName",
          line: 27,
          lastLine: 27,
        },
        {
          path: "spec.template.spec.securityContext",
          line: 28,
          lastLine: 28,
        },
        {
          path: "spec.template.spec.terminationGracePeriodSeconds",
          line: 29,
          lastLine: 29,
        },
        {
          path: "spec.updateStrategy",
          line: 30,
          lastLine: 34,
        },
        {
          path: "status",
          line: 35,
          lastLine: 39,
        },
      ],
    },
    {
      kind: "Service",
      namespace: "logging",
      name: "agent",
      file: "refused.yaml",
      decodingErrors: [],
      yaml: "apiVersion: v1\nkind: Service\nmetadata:\n  name: agent\n  namespace: logging\nspec:\n  internalTrafficPolicy: Cluster\n  ports:\n  - port: 80\n    protocol: TCP\n    targetPort: 80\n  selector:\n    app: agent\n  sessionAffinity: None\n  type: ClusterIP\nstatus:\n  loadBalancer: {}\n",
      json: "{\"kind\":\"Service\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"agent\",\"namespace\":\"logging\"},\"spec\":{\"ports\":[{\"protocol\":\"TCP\",\"port\":80,\"targetPort\":80}],\"selector\":{\"app\":\"agent\"},\"type\":\"ClusterIP\",\"sessionAffinity\":\"None\",\"internalTrafficPolicy\":\"Cluster\"},\"status\":{\"loadBalancer\":{}}}",
      added: [
        {
          path: "spec.internalTrafficPolicy",
          line: 7,
          lastLine: 7,
        },
        {
          path: "spec.ports[0].protocol",
          line: 10,
          lastLine: 10,
        },
        {
          path: "spec.ports[0].targetPort",
          line: 11,
          lastLine: 11,
        },
        {
          path: "spec.sessionAffinity",
          line: 14,
          lastLine: 14,
        },
        {
          path: "spec.type",
          line: 15,
          lastLine: 15,
        },
        {
          path: "status",
          line: 16,
          lastLine: 17,
        },
      ],
    },
    {
      kind: "PriorityClass",
      name: "high",
      file: "high.yaml",
      decodingErrors: [
        {
          message: "json: cannot unmarshal string into Go struct field PriorityClass.value of type int32",
          path: "value",
          range: {
            start: {
              offset: 83,
              line: 4,
              column: 8,
            },
            end: {
              offset: 87,
              line: 4,
              column: 12,
            },
          },
        },
      ],
      yaml: "",
      json: "",
      added: [],
    },
  ],
  diagnostics: [
    {
      rule: "wrong-type",
      severity: "error",
      source: "reader",
      message: "`value` must be a whole number, and `high` is text",
      why: "The API server refuses the whole object.",
      file: "high.yaml",
      path: "value",
      range: {
        start: {
          offset: 83,
          line: 4,
          column: 8,
        },
        end: {
          offset: 87,
          line: 4,
          column: 12,
        },
      },
      object: {
        kind: "PriorityClass",
        name: "high",
      },
      related: [],
      fixes: [],
    },
  ],
} satisfies DefaultsAnswer;
