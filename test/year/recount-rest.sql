-- What is no case: obligations, inspections, registers, campaigns, reports and what was given to figures, from the stored
-- records. What happened after `seen` had not happened.

CREATE TABLE deed AS
  SELECT r.org, r.kind, r.id, r.body ->> '$.policy.id' AS policy, r.body ->> 'schedule' AS schedule, CAST(e.key AS INTEGER) AS n,
    e.value ->> 'type' AS type, e.value ->> 'at' AS at, e.value AS body
  FROM record r, json_each(r.body, '$.timeline') e WHERE e.value ->> 'at' <= (SELECT seen FROM bound);
CREATE INDEX deed_id ON deed (org, kind, id, n);

-- Obligations: the slot that was planned last, the last thing that changed how each stands, and what stood before it.
CREATE TABLE turn AS
  SELECT *, row_number() OVER (PARTITION BY org, id ORDER BY n DESC) AS back,
    lead(type) OVER (PARTITION BY org, id ORDER BY n DESC) AS before
  FROM deed WHERE kind IN ('visit', 'duty') AND type NOT IN ('reminded', 'notReminded');
CREATE TABLE slot AS
  SELECT org, id, policy, schedule, body -> 'slot' AS body,
    row_number() OVER (PARTITION BY org, id ORDER BY n DESC) AS back FROM deed
  WHERE kind IN ('visit', 'duty') AND type IN ('planned', 'replanned');
CREATE TABLE obligation AS
  SELECT s.org, s.policy, s.schedule, s.id, s.body ->> '$.window[1]' AS ends, s.body ->> 'due' AS due, t.type AS last,
    CASE t.type
      WHEN 'done' THEN 'DONE' WHEN 'fulfilled' THEN 'DONE' WHEN 'signed' THEN 'SIGNED'
      WHEN 'waived' THEN 'WAIVED' WHEN 'dropped' THEN 'DROPPED'
      WHEN 'missed' THEN iif(t.before = 'done' OR t.before = 'fulfilled', 'DONE', 'MISSED')
      ELSE iif(s.body ->> 'waived' AND t.type IN ('planned', 'replanned'), 'WAIVED',
        iif(s.body ->> 'due' <= (SELECT seen FROM bound) OR (t.type = 'unreachable' AND t.before = 'missed'), 'MISSED', 'OPEN')) END AS state,
    (SELECT d.body ->> 'doneAt' FROM deed d WHERE d.org = s.org AND d.kind IN ('visit', 'duty') AND d.id = s.id
      AND d.type IN ('done', 'fulfilled') ORDER BY d.n DESC LIMIT 1) AS done
  FROM slot s JOIN turn t ON t.org = s.org AND t.id = s.id AND t.back = 1 WHERE s.back = 1;
-- What counts in figures may lie in a window that ends later: what is done is done.
CREATE TABLE duty AS SELECT * FROM obligation WHERE state IN ('DONE', 'SIGNED', 'MISSED');
DELETE FROM obligation WHERE state = 'DROPPED' OR ends < (SELECT first FROM bound) OR ends > (SELECT last FROM bound);

-- Inspections and what they found: what was remarked, but for what waits for an approval, and what was not approved.
CREATE TABLE inspection AS
  SELECT org, policy, id, at AS filed, body ->> 'schedule' AS schedule, body ->> 'doneAt' AS done,
    body ->> 'department' AS department, body AS body
  FROM deed WHERE kind = 'inspection' AND type = 'filed';
CREATE TABLE finding AS
  SELECT i.org, i.policy, i.id, l.value ->> 'n' AS n, l.value ->> 'code' AS code, i.filed AS at
  FROM inspection i, json_each(i.body, '$.lines') l
  WHERE l.value ->> 'result' = 'remark' AND coalesce(l.value ->> 'leads', '') <> 'approval'
  UNION ALL
  SELECT i.org, i.policy, i.id, l.value ->> 'n', l.value ->> 'code', d.at
  FROM inspection i, json_each(i.body, '$.lines') l
    JOIN deed d ON d.org = i.org AND d.kind = 'inspection' AND d.id = i.id AND d.type = 'approved' AND d.body ->> 'n' = l.value ->> 'n'
  WHERE NOT d.body ->> 'passed';
CREATE INDEX finding_id ON finding (org, id);
-- How each finding stood from when on.
CREATE TABLE stage AS
  SELECT org, id, n, at, 0 AS nth, 'OPEN' AS state FROM finding
  UNION ALL
  SELECT org, id, body ->> 'n', at, n, CASE type WHEN 'signed' THEN 'SIGNED' WHEN 'assigned' THEN 'RECTIFYING'
    WHEN 'rectified' THEN 'RECTIFIED' ELSE iif(body ->> 'passed', 'CLOSED', 'RECTIFYING') END
  FROM deed WHERE kind = 'inspection' AND type IN ('signed', 'assigned', 'rectified', 'verified');
CREATE INDEX stage_id ON stage (org, id, n, nth);

-- Campaigns: who was asked, and what they answered.
CREATE TABLE campaign AS
  SELECT c.org, c.id, c.body ->> '$.policy.id' AS policy,
    (SELECT d.body -> 'plan' FROM deed d WHERE d.org = c.org AND d.kind = 'campaign' AND d.id = c.id AND d.body -> 'plan' IS NOT NULL
      ORDER BY d.n DESC LIMIT 1) AS plan,
    (SELECT min(d.at) FROM deed d WHERE d.org = c.org AND d.kind = 'campaign' AND d.id = c.id AND d.type = 'analysed') AS counted
  FROM record c WHERE c.kind = 'campaign';
CREATE TABLE asked AS
  SELECT org, id, json_array_length(mails) > 0 OR answer IS NOT NULL AS out, answer IS NOT NULL AS answered,
    answer ->> '$.scores.overall' IS NOT NULL AS valid, answer -> 'scores' AS scores
  FROM (SELECT org, body ->> 'campaign' AS id, body -> 'mails' AS mails,
    iif(body ->> '$.answer.at' <= (SELECT seen FROM bound), body -> 'answer', NULL) AS answer FROM record WHERE kind = 'invitation');
CREATE TABLE score AS
  SELECT a.org, a.id, s.key AS question, s.value AS score,
    EXISTS (SELECT 1 FROM json_each(r.body, '$.surveys') v, json_each(v.value, '$.scale') p
      WHERE v.value ->> 'id' = c.plan ->> 'survey' AND p.value ->> 'value' = s.value AND p.value ->> 'satisfied') AS satisfied
  FROM asked a JOIN campaign c USING (org, id) JOIN regulation r USING (policy), json_each(a.scores) s WHERE a.valid;

-- Entries of registers: what each says, and what it still waits for of all that its register, or an approval, asks of such.
CREATE TABLE entry AS
  SELECT w.org, w.policy, w.id, r.body ->> 'form' AS form, w.at AS written, w.body -> '$.by.roles' AS roles,
    coalesce((SELECT d.body -> 'answers' FROM deed d WHERE d.org = w.org AND d.kind = 'entry' AND d.id = w.id AND d.type = 'corrected'
      ORDER BY d.n DESC LIMIT 1), w.body -> 'answers') AS answers,
    coalesce((SELECT max(d.n) FROM deed d WHERE d.org = w.org AND d.kind = 'entry' AND d.id = w.id AND d.type = 'corrected'), w.n) AS since,
    (SELECT iif(d.type = 'voided', 'void', 'declined') FROM deed d WHERE d.org = w.org AND d.kind = 'entry' AND d.id = w.id
      AND d.type IN ('voided', 'declined') ORDER BY d.type DESC LIMIT 1) AS over
  FROM deed w JOIN record r ON r.org = w.org AND r.kind = 'entry' AND r.id = w.id WHERE w.kind = 'entry' AND w.type = 'written';
CREATE TABLE asks AS
  SELECT r.policy, f.value ->> 'id' AS form, s.value ->> 'id' AS step, s.value -> 'when' AS cond, NULL AS measure, NULL AS review
    FROM regulation r, json_each(r.body, '$.forms') f, json_each(f.value, '$.entries.steps') s
  UNION ALL
  SELECT r.policy, a.value ->> 'form', a.value ->> 'id' || '-' || (v.key + 1), a.value -> 'when', a.value -> 'value', v.value
    FROM regulation r, json_each(r.body, '$.approvals') a, json_each(a.value, '$.reviewedBy') v WHERE a.value ->> 'about' = 'house'
  UNION ALL
  SELECT r.policy, a.value ->> 'form', a.value ->> 'id', a.value -> 'when', a.value -> 'value', NULL
    FROM regulation r, json_each(r.body, '$.approvals') a WHERE a.value ->> 'about' = 'house' AND json_array_length(a.value, '$.approvedBy') > 0;
CREATE TABLE waits AS
  SELECT e.org, e.id, a.step, row_number() OVER (PARTITION BY e.org, e.id ORDER BY
    a.review IN (SELECT value FROM json_each(e.roles)) DESC, a.rowid) AS nth,
    a.review IN (SELECT value FROM json_each(e.roles)) AS own
  FROM entry e JOIN asks a ON a.policy = e.policy AND a.form = e.form
  WHERE (a.cond IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(a.cond) t WHERE (e.answers ->> t.key) IS NOT t.value))
    AND (a.measure IS NULL OR e.answers ->> (a.measure ->> 'fact') IS NULL OR (
      e.answers ->> (a.measure ->> 'fact') >= coalesce(a.measure ->> '$.needs.from', e.answers ->> (a.measure ->> 'fact'))
      AND e.answers ->> (a.measure ->> 'fact') <= coalesce(a.measure ->> '$.needs.upTo', e.answers ->> (a.measure ->> 'fact'))
      AND (a.measure ->> '$.needs.over' IS NULL OR e.answers ->> (a.measure ->> 'fact') > a.measure ->> '$.needs.over')
      AND (a.measure ->> '$.needs.below' IS NULL OR e.answers ->> (a.measure ->> 'fact') < a.measure ->> '$.needs.below')));
-- Whoever writes an application has consented to it in the first of their roles that is asked.
DELETE FROM waits WHERE own AND nth = 1;
DELETE FROM waits WHERE EXISTS (SELECT 1 FROM entry e JOIN deed d ON d.org = e.org AND d.kind = 'entry' AND d.id = e.id
  AND d.type = 'taken' AND d.n > e.since AND d.body ->> 'step' = waits.step WHERE e.org = waits.org AND e.id = waits.id);

-- What was written down of a figure: the last of each side that nothing counts.
CREATE TABLE given AS
  SELECT org, body ->> 'kpi' AS kpi, body ->> 'period' AS period, body ->> 'policy' AS policy,
    (SELECT e.value FROM json_each(body, '$.entries') e WHERE e.value ->> 'at' <= (SELECT seen FROM bound) ORDER BY e.key DESC LIMIT 1) AS body
  FROM record WHERE kind = 'given';
