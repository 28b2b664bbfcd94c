-- The figures themselves, one row each: what it is a figure of, and how much.

CREATE TABLE figure (org TEXT, what TEXT, n);

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

CREATE TABLE period AS
  SELECT org, kpi, above, below, CASE every
    WHEN 'month' THEN strftime('%Y-%m', at, '+8 hours')
    WHEN 'quarter' THEN strftime('%Y', at, '+8 hours') || '-Q' || ((CAST(strftime('%m', at, '+8 hours') AS INTEGER) + 2) / 3)
    WHEN 'year' THEN strftime('%Y', at, '+8 hours') END AS period
  FROM part WHERE at <= (SELECT now FROM bound);
INSERT INTO figure SELECT org, 'kpi ' || kpi || ' ' || period || ' above', sum(above) FROM period WHERE period IS NOT NULL GROUP BY org, kpi, period;
INSERT INTO figure SELECT org, 'kpi ' || kpi || ' ' || period || ' below', sum(below) FROM period WHERE period IS NOT NULL GROUP BY org, kpi, period;

-- Mails: those that notifications of the regulation ask for, and what became of what was owed.
INSERT INTO figure SELECT org, 'mails owed ' || (body ->> 'template'), count(*) FROM owed GROUP BY 1, 2;
INSERT INTO figure SELECT o.org, 'mails sent for cases', count(*) FROM owed o JOIN mail m ON m.body ->> 'id' = o.body ->> '$.state.messageId' GROUP BY 1;
