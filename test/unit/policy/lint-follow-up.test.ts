import { test } from "vitest";
import { isFound, type Row } from "./sections.ts";

test.each<Row>([
  {
    why: "a visit after what does not happen",
    change: (p) => {
      p.visits[0].after = "solved";
    },
    code: "unknown-event",
    path: "visits[0].after",
    says: /solved/,
  },
  {
    why: "a visit that no clock measures",
    change: (p) => {
      p.visits[0].within = "week";
    },
    code: "unknown-clock",
    path: "visits[0].within",
    says: /week/,
  },
  {
    why: "a visit by strangers",
    change: (p) => {
      p.visits[0].by = ["boss"];
    },
    code: "unknown-role",
    path: "visits[0].by[0]",
    says: /boss/,
  },
  {
    why: "a level whose failure nobody records",
    change: (p) => {
      p.routing[0].failed = "hotlineFailed";
    },
    code: "unknown-event",
    path: "routing[0].failed",
    says: /hotlineFailed/,
  },
  {
    why: "a route that is ready after what does not happen",
    change: (p) => {
      p.routing[0].needs = [{ "zh-CN": "登记", en: "record", on: "registered" }];
    },
    code: "unknown-event",
    path: "routing[0].needs[0].on",
    says: /registered/,
  },
  {
    why: "a route that moves no step",
    change: (p) => {
      p.routing[0].step = "hand-over";
    },
    code: "unknown-step",
    path: "routing[0].step",
    says: /hand-over/,
  },
  {
    why: "a visit on an unknown form",
    change: (p) => {
      p.visits[0].form = "paper";
    },
    code: "unknown-form",
    path: "visits[0].form",
    says: /paper/,
  },
  {
    why: "a visit that holds up what is not there",
    change: (p) => {
      p.visits[0].blocks = ["archive"];
    },
    code: "unknown-step",
    path: "visits[0].blocks[0]",
    says: /archive/,
  },
  {
    why: "a visit for an unknown fact",
    change: (p) => {
      p.visits[0].when = { colour: "red" };
    },
    code: "unknown-fact",
    path: "visits[0].when.colour",
    says: /colour/,
  },
  {
    why: "a route by strangers",
    change: (p) => {
      p.routing[0].by = ["boss"];
    },
    code: "unknown-role",
    path: "routing[0].by[0]",
    says: /boss/,
  },
  {
    why: "a route to strangers",
    change: (p) => {
      p.routing[0].to = ["boss"];
    },
    code: "unknown-role",
    path: "routing[0].to[0]",
    says: /boss/,
  },
  {
    why: "a route that no clock measures",
    change: (p) => {
      p.routing[0].within = "soon";
    },
    code: "unknown-clock",
    path: "routing[0].within",
    says: /soon/,
  },
  {
    why: "ITS-27 a level after one that is not there",
    change: (p) => {
      p.routing[0].after = ["hotline"];
    },
    code: "unknown-route",
    path: "routing[0].after[0]",
    says: /hotline.*desk/,
  },
  {
    why: "a level after itself",
    change: (p) => {
      p.routing[0].after = ["desk"];
    },
    code: "after-itself",
    path: "routing[0].after",
    says: /"desk"/,
  },
  {
    why: "a route that holds up what is not there",
    change: (p) => {
      p.routing[0].blocks = ["start"];
    },
    code: "unknown-step",
    path: "routing[0].blocks[0]",
    says: /start/,
  },
  {
    why: "a route for an unknown fact",
    change: (p) => {
      p.routing[0].when = { colour: "red" };
    },
    code: "unknown-fact",
    path: "routing[0].when.colour",
    says: /colour/,
  },
  {
    why: "a prohibition of no category",
    change: (p) => {
      p.prohibitions[0].effect.category = "9";
    },
    code: "unknown-category",
    path: "prohibitions[0].effect.category",
    says: /"9"/,
  },
])("$why", isFound);
