import { Progress } from "antd";
import type { CampaignView } from "../../../shared/api/campaigns.ts";
import { useDesk } from "../desk.ts";
import { Card, Facts } from "../parts.tsx";
import { sayMoment } from "../words/time.ts";

/** How much of a campaign has left, in a bar and in numbers, and when all of it will have. */
export const Sending = ({ view: { progress, phase } }: { view: CampaignView }) => {
  const { words, locale } = useDesk();
  const { campaigns } = words;
  const counting = phase === "inviting" ? campaigns.counting : "";
  return (
    <Card title={campaigns.progress}>
      <Progress percent={Math.floor(progress.share * 100)} aria-label={campaigns.progress} />
      {phase === "sending" && progress.doneAt !== undefined && (
        <p className="quiet">{campaigns.done(sayMoment(progress.doneAt, locale))}</p>
      )}
      <Facts
        of={[
          [campaigns.audience, `${progress.audience}${counting}`],
          [campaigns.sent, progress.sent],
          [campaigns.reminded, progress.reminded],
          [campaigns.notSent, progress.notSent],
        ]}
      />
    </Card>
  );
};
