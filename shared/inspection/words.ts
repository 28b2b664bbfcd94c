import { never } from "../kernel/result.ts";
import { say, type Text } from "../kernel/text.ts";
import type { Asks, InspectionEvent } from "./event.ts";
import type { FindingState } from "./finding.ts";
import type { Outcome } from "./inspection.ts";

export const STATE: Readonly<Record<FindingState, Text>> = {
  OPEN: say("待处理", "Open"),
  SIGNED: say("负责人已签字", "Signed for"),
  RECTIFYING: say("整改中", "Being put right"),
  RECTIFIED: say("待验证", "Put right, to be verified"),
  CLOSED: say("已关闭", "Closed"),
};

export const OUTCOME: Readonly<Record<Outcome, Text>> = {
  passed: say("合格", "Nothing found"),
  findings: say("有不合格项", "Findings open"),
  waiting: say("待批准", "Waits for an approval"),
  refused: say("不予通过", "Refused"),
  rectified: say("已整改", "All put right"),
};

const ASKED: Readonly<Record<Asks, Text>> = {
  sign: say("已通知负责人签字", "The head was asked to sign"),
  rectify: say("已通知整改人", "Whoever puts it right was told"),
  verify: say("已通知验证人", "The verifier was told"),
  approve: say("已请求批准", "An approval was asked for"),
  remind: say("已提醒", "A reminder was sent"),
  overdue: say("已通知逾期", "Told that it is overdue"),
};

/** What happened, for the history of an inspection. */
export const sayEvent = (event: InspectionEvent): { readonly what: Text; readonly why?: string | undefined } => {
  const of = "n" in event ? event.n : 0;
  const about = (zh: string, en: string) => say(`第${of}项：${zh}`, `Line ${of}: ${en}`);
  switch (event.type) {
    case "filed":
      return { what: say("提交检查", "Inspection handed in") };
    case "photoKept":
      return { what: say(`收到照片（第${event.photo.damage}项）`, `Photo kept (line ${event.photo.damage})`) };
    case "photoRefused":
      return { what: say("照片未采用", "A photo was not kept"), why: event.refusal.code };
    case "signed":
      return { what: about("负责人签字确认", "the head signed for it"), why: event.remark };
    case "assigned":
      return {
        what: about(`整改人 ${event.rectifier.name}`, `to be put right by ${event.rectifier.name}`),
        why: event.dueOn,
      };
    case "rectified":
      return { what: about("已整改", "put right"), why: event.measure };
    case "verified":
      return event.passed
        ? { what: about("验证通过，关闭", "verified and closed"), why: event.result }
        : { what: about("验证未通过，继续整改", "not verified, goes back"), why: event.result };
    case "approved":
      return event.passed
        ? { what: about("已批准", "approved"), why: event.plan }
        : { what: about("未批准", "not approved"), why: event.plan };
    case "entered":
      return { what: say("已记入台账", "Entered in the ledger") };
    case "told":
      return { what: ASKED[event.asks] };
    case "notTold":
      return { what: say("无法发送通知", "Nobody could be told"), why: event.why };
    case "overdue":
      return { what: about("已逾期", "overdue") };
    case "forgotten":
      return { what: say("已删除个人信息", "Personal data erased") };
    default:
      return never(event);
  }
};
