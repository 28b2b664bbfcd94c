const look = {
  name: { "zh-CN": "示例门业客服", en: "Demo Doors Service" },
  accent: "#7a1f1f",
  onAccent: "#ffffff",
  signature: {
    "zh-CN": "示例门业售后服务部\n[400-555-0100](tel:4005550100)",
    en: "Demo Doors, after-sales\n[400-555-0100](tel:4005550100)",
  },
  footer: { "zh-CN": "[网站](https://demo-doors.example/)", en: "[Our site](https://demo-doors.example/)" },
} as const;

/** Bodies for what letters look like. */
export const lookBodies = {
  chooseLook: { "a colour and a signature": look },
  previewLook: {
    "before it is chosen": { policy: "door-factory-after-sales", kind: "acknowledgement", locale: "en", look },
  },
} as const;
