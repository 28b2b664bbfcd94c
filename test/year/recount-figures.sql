-- The figures themselves, one row each in `figure`: what it is a figure of, and how much.

INSERT INTO figure SELECT org, 'cases received', count(*) FROM matter GROUP BY org;
INSERT INTO figure SELECT org, 'cases in state ' || state, count(*) FROM matter GROUP BY org, state;
INSERT INTO figure SELECT org, 'cases of category ' || category, count(*) FROM matter WHERE category IS NOT NULL GROUP BY org, category;
INSERT INTO figure SELECT org, 'cases of month ' || strftime('%Y-%m', received, '+8 hours'), count(*) FROM matter GROUP BY 1, 2;
INSERT INTO figure SELECT org, 'due of ' || clock || ' of ' || id, due FROM run WHERE due IS NOT NULL;
INSERT INTO figure SELECT org, 'clock ' || clock || ' kept', count(*) FROM run
  WHERE stop IS NOT NULL AND due IS NOT NULL AND missed IS NULL AND excused IS NULL GROUP BY org, clock;
INSERT INTO figure SELECT org, 'clock ' || clock || ' missed', count(*) FROM run
  WHERE missed IS NOT NULL AND excused IS NULL GROUP BY org, clock;

-- Clocks of a figure, each in the period in which it fell due; what was excused or cancelled is left out.
CREATE TABLE part AS
  SELECT r.org, k.kpi, k.period AS every, coalesce(r.missed, r.due) AS at, (r.stop IS NOT NULL AND r.missed IS NULL) AS above, 1 AS below
  FROM run r JOIN kpi k USING (policy), json_each(k.body, '$.clocks') c
  WHERE k.body ->> '$.formula.is' = 'clocks' AND c.value = r.clock AND r.due IS NOT NULL AND r.excused IS NULL
    AND (r.missed IS NOT NULL OR r.stop IS NOT NULL OR r.closed IS NULL);

CREATE TABLE side AS
  SELECT policy, kpi, period, 'above ' || kpi AS what, 1 AS above, 0 AS below, body -> '$.formula.numerator' AS body FROM kpi
    WHERE body ->> '$.formula.is' = 'cases'
  UNION ALL
  SELECT policy, kpi, period, 'below ' || kpi, 0, 1, body -> '$.formula.denominator' FROM kpi WHERE body ->> '$.formula.is' = 'cases';
CREATE TABLE sort AS
  SELECT m.id, coalesce(
    (SELECT a.value FROM json_each(r.body, '$.intake.kinds.after') a
      WHERE EXISTS (SELECT 1 FROM told t WHERE t.id = m.id AND t.name = a.key) LIMIT 1),
    (SELECT o.value FROM json_each(r.body, '$.intake.kinds.of') o JOIN fact f ON f.id = m.id
      AND f.name = r.body ->> '$.intake.kinds.by' AND f.value = o.key),
    r.body ->> '$.intake.kinds.is', 'complaint') AS kind
  FROM matter m JOIN regulation r USING (policy);
CREATE INDEX sort_id ON sort (id);
CREATE TABLE counted AS
  SELECT m.*, s.kpi, s.period AS every, s.above, s.below, s.body FROM matter m JOIN side s USING (policy)
  WHERE (s.body -> 'when' IS NULL OR EXISTS (SELECT 1 FROM fits f WHERE f.id = m.id AND f.what = s.what))
    AND (s.body -> 'kinds' IS NULL OR json_array_length(s.body, '$.kinds') = 0
      OR (SELECT kind FROM sort WHERE sort.id = m.id) IN (SELECT value FROM json_each(s.body, '$.kinds')));
INSERT INTO part
  SELECT org, kpi, every, received, above, below FROM counted WHERE body ->> 'of' = 'received'
  UNION ALL SELECT org, kpi, every, closed, above, below FROM counted WHERE body ->> 'of' = 'ended' AND closed IS NOT NULL
  UNION ALL SELECT c.org, c.kpi, c.every, t.happened, c.above, c.below FROM counted c JOIN told t ON t.id = c.id AND t.name = c.body ->> 'event'
    WHERE c.body ->> 'of' = 'event' AND (c.body ->> 'each' OR t.happened = (SELECT min(happened) FROM told f WHERE f.id = c.id AND f.name = t.name));

-- Hours between two events, in milliseconds.
INSERT INTO part
  SELECT org, kpi, every, till, (strftime('%s', till) - strftime('%s', since)) * 1000 + substr(strftime('%f', till), 4) - substr(strftime('%f', since), 4), 1
  FROM (SELECT m.org, k.kpi, k.period AS every, f.since,
      (SELECT min(happened) FROM told WHERE id = m.id AND name = k.body ->> '$.formula.to' AND happened >= f.since) AS till
    FROM kpi k JOIN matter m USING (policy) JOIN (SELECT id, name, min(happened) AS since FROM told GROUP BY id, name) f
      ON f.id = m.id AND f.name = k.body ->> '$.formula.from' WHERE k.body ->> '$.formula.is' IN ('hours', 'fall-of-hours'))
  WHERE till IS NOT NULL;

-- What a campaign that was counted adds to the figures of its survey, on the day on which it was sent.
INSERT INTO part
  SELECT c.org, k.kpi, iif(k.period = 'survey', c.plan ->> 'sendOn', k.period), strftime('%Y-%m-%dT%H:%M:%fZ', c.plan ->> 'sendOn', '-8 hours'),
    iif(k.body ->> '$.formula.is' = 'response-rate', (SELECT count(*) FROM asked a WHERE a.org = c.org AND a.id = c.id AND a.valid),
      (SELECT count(*) FROM score s WHERE s.org = c.org AND s.id = c.id AND s.question = 'overall' AND s.satisfied)),
    iif(k.body ->> '$.formula.is' = 'response-rate', (SELECT count(*) FROM asked a WHERE a.org = c.org AND a.id = c.id AND a.out),
      (SELECT count(*) FROM score s WHERE s.org = c.org AND s.id = c.id AND s.question = 'overall'))
  FROM campaign c JOIN regulation r USING (policy), json_each(r.body, '$.surveys') v, json_each(v.value, '$.kpis') f
    JOIN kpi k ON k.policy = c.policy AND k.kpi = f.value
  WHERE c.counted IS NOT NULL AND v.value ->> 'id' = c.plan ->> 'survey' AND k.body ->> '$.formula.is' IN ('response-rate', 'satisfied-share');

-- What counts only later does not count yet.
DELETE FROM part WHERE at > (SELECT now FROM bound);

-- What is owed counts in the period in which its window ends, once it was done or missed.
INSERT INTO part
  SELECT o.org, k.kpi, k.period, strftime('%Y-%m-%dT%H:%M:%fZ', o.ends),
    o.state <> 'MISSED' AND (coalesce(k.body ->> '$.formula.late', 0) OR o.done IS NULL OR o.done < o.due), 1
  FROM duty o JOIN kpi k USING (policy), json_each(k.body, '$.formula.schedules') s
  WHERE k.body ->> '$.formula.is' = 'duties' AND s.value = o.schedule;

-- The name of the period of each; the Thursday of a week says of which year it is.
CREATE TABLE period AS
  SELECT org, kpi, above, below, CASE every
    WHEN 'day' THEN day
    WHEN 'week' THEN strftime('%Y', thursday) || '-W' || substr('0' || ((CAST(strftime('%j', thursday) AS INTEGER) + 6) / 7), -2)
    WHEN 'month' THEN strftime('%Y-%m', day)
    WHEN 'quarter' THEN strftime('%Y', day) || '-Q' || ((CAST(strftime('%m', day) AS INTEGER) + 2) / 3)
    WHEN 'half-year' THEN strftime('%Y', day) || '-H' || ((CAST(strftime('%m', day) AS INTEGER) + 5) / 6)
    WHEN 'year' THEN strftime('%Y', day)
    ELSE every END AS period
  FROM (SELECT *, date(at, '+8 hours') AS day, date(at, '+8 hours', '-3 days', 'weekday 4') AS thursday FROM part);
-- What is written down stands in the place of what nothing counts.
CREATE TABLE said AS
  SELECT g.org, g.kpi, g.period,
    CASE WHEN k.body -> 'formula' IS NULL OR k.body ->> '$.formula.numerator.of' = 'given' THEN g.body ->> 'numerator' END AS above,
    CASE WHEN (k.body -> 'formula' IS NULL AND k.body ->> 'unit' IS NOT 'count') OR k.body ->> '$.formula.denominator.of' = 'given'
      THEN g.body ->> 'denominator' END AS below
  FROM given g JOIN kpi k ON k.policy = g.policy AND k.kpi = g.kpi;
CREATE TABLE summed AS
  SELECT org, kpi, period, above, below FROM period WHERE period IS NOT NULL UNION ALL SELECT org, kpi, period, above, below FROM said;
INSERT INTO figure SELECT org, 'kpi ' || kpi || ' ' || period || ' above', sum(above) FROM summed GROUP BY org, kpi, period;
INSERT INTO figure SELECT org, 'kpi ' || kpi || ' ' || period || ' below', sum(below) FROM summed GROUP BY org, kpi, period;

-- What is no case.
INSERT INTO figure SELECT org, 'owed by ' || schedule || ' ' || what, n FROM (
  SELECT org, schedule, 'planned' AS what, count(*) AS n FROM obligation WHERE state <> 'WAIVED' GROUP BY 1, 2
  UNION ALL SELECT org, schedule, 'done', count(*) FROM obligation WHERE state IN ('DONE', 'SIGNED') GROUP BY 1, 2
  UNION ALL SELECT org, schedule, 'late', count(*) FROM obligation WHERE state IN ('DONE', 'SIGNED') AND done >= due GROUP BY 1, 2
  UNION ALL SELECT org, schedule, lower(state), count(*) FROM obligation WHERE state IN ('MISSED', 'WAIVED') GROUP BY 1, 2, 3);
INSERT INTO figure SELECT org, 'inspections of ' || schedule || ' in ' || strftime('%Y-%m', done), count(*) FROM inspection GROUP BY 1, 2;
INSERT INTO figure SELECT f.org, 'findings of ' || i.schedule || ' in ' || strftime('%Y-%m', i.done), count(*)
  FROM finding f JOIN inspection i USING (org, id) GROUP BY 1, 2;
INSERT INTO figure SELECT f.org, 'open findings of ' || i.schedule || ' in ' || strftime('%Y-%m', i.done), count(*)
  FROM finding f JOIN inspection i USING (org, id)
  WHERE 'CLOSED' IS NOT (SELECT s.state FROM stage s WHERE s.org = f.org AND s.id = f.id AND s.n = f.n ORDER BY s.nth DESC LIMIT 1) GROUP BY 1, 2;
INSERT INTO figure SELECT e.org, 'entries of ' || form || ' ' || coalesce(upper(over),
    iif(EXISTS (SELECT 1 FROM waits w WHERE w.org = e.org AND w.id = e.id), 'WAITING', 'COMPLETE')), count(*) FROM entry e GROUP BY 1, 2;
INSERT INTO figure SELECT org, 'campaign ' || id || ' invited', count(*) FROM asked GROUP BY 1, 2;
INSERT INTO figure SELECT org, 'campaign ' || id || ' sent', sum(out) FROM asked GROUP BY 1, 2;
INSERT INTO figure SELECT org, 'campaign ' || id || ' answered', sum(answered) FROM asked GROUP BY 1, 2;
INSERT INTO figure SELECT org, 'campaign ' || id || ' valid', sum(valid) FROM asked GROUP BY 1, 2;
INSERT INTO figure SELECT org, 'campaign ' || id || ' ' || question || ' answers', count(*) FROM score GROUP BY 1, 2;
INSERT INTO figure SELECT org, 'campaign ' || id || ' ' || question || ' satisfied', sum(satisfied) FROM score GROUP BY 1, 2;
INSERT INTO figure SELECT org, 'reports of ' || schedule || ' ' || state, count(*) FROM (
  SELECT r.org, r.body ->> 'schedule' AS schedule, coalesce(
    (SELECT CASE d.type WHEN 'compiled' THEN 'DRAFT' WHEN 'consolidated' THEN 'CONSOLIDATED'
        ELSE iif(d.at > r.body ->> 'due', 'LATE', 'SUBMITTED') END
      FROM deed d WHERE d.org = r.org AND d.kind = 'report' AND d.id = r.id AND d.type IN ('compiled', 'submitted', 'consolidated')
      ORDER BY d.type = 'compiled', d.n DESC LIMIT 1), 'DUE') AS state
  FROM record r WHERE r.kind = 'report'
    AND strftime('%Y-%m', r.body ->> '$.filed.at') BETWEEN substr((SELECT first FROM bound), 1, 7) AND substr((SELECT last FROM bound), 1, 7)) GROUP BY 1, 2;

-- Mails: those that notifications of the regulation ask for, and what became of what was owed.
INSERT INTO figure SELECT org, 'mails owed ' || (body ->> 'template'), count(*) FROM owed GROUP BY 1, 2;
INSERT INTO figure SELECT o.org, 'mails sent for cases', count(*) FROM owed o JOIN mail m ON m.body ->> 'id' = o.body ->> '$.state.messageId' GROUP BY 1;
