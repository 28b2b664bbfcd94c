-- The records of which a content of a report is made, list by list, each with what it is counted by, as they stood when it
-- was made: `bound` says which content, and when that was.

CREATE TABLE spoken AS SELECT c.* FROM content c JOIN bound b ON c.content = b.content;
-- What the report is made from, by its regulation: schedules, surveys, registers.
CREATE TABLE named AS
  SELECT c.content, i.value AS input,
    EXISTS (SELECT 1 FROM json_each(r.body, '$.forms') f WHERE f.value ->> 'id' = i.value AND f.value -> 'entries' IS NOT NULL) AS is_form,
    EXISTS (SELECT 1 FROM json_each(r.body, '$.schedules') o WHERE o.value ->> 'id' = i.value AND o.value ->> '$.duty.is' <> 'report') AS is_duty,
    coalesce((SELECT v.value ->> 'id' FROM json_each(r.body, '$.surveys') v WHERE v.value ->> 'id' = i.value),
      (SELECT o.value ->> '$.duty.survey' FROM json_each(r.body, '$.schedules') o WHERE o.value ->> 'id' = i.value)) AS survey
  FROM spoken c JOIN regulation r USING (policy), json_each(r.body, '$.schedules') s, json_each(s.value, '$.duty.inputs') i
  WHERE s.value ->> 'id' = c.schedule;

CREATE TABLE made AS
  SELECT c.content, c.seen, i.*, coalesce((SELECT u.zh FROM unit u WHERE u.org = i.org
      AND lower(trim(i.department)) IN (lower(u.id), lower(u.zh), lower(u.en))), i.department) AS place FROM spoken c JOIN inspection i ON i.org = c.org AND i.policy = c.policy
    AND i.filed <= c.seen AND i.done >= c.since AND i.done < c.before
  WHERE c.units IS NULL OR lower(trim(i.department)) IN (SELECT lower(trim(value)) FROM json_each(c.units));
INSERT INTO based
  SELECT content, 'inspections', id, json_object('schedule', schedule, 'department', place,
    'is', iif(EXISTS (SELECT 1 FROM finding f WHERE f.org = m.org AND f.id = m.id AND f.at <= m.seen), 'found', 'clean'))
  FROM made m;
INSERT INTO based
  SELECT content, 'findings', id || '/' || n, json_object('schedule', schedule, 'department', place, 'code', code,
    'state', state, 'is', CASE state WHEN 'CLOSED' THEN 'settled' WHEN 'RECTIFIED' THEN 'rectified' ELSE 'open' END)
  FROM (SELECT m.content, m.schedule, m.place, f.id, f.n, f.code,
      (SELECT s.state FROM stage s WHERE s.org = f.org AND s.id = f.id AND s.n = f.n AND s.at <= m.seen ORDER BY s.nth DESC LIMIT 1) AS state
    FROM made m JOIN finding f ON f.org = m.org AND f.id = m.id AND f.at <= m.seen);

-- Entries that were written in the stretch: of the registers that the report names, or else of all that are not restricted.
INSERT INTO based
  SELECT c.content, 'entries', e.id, json_patch(json_object('form', e.form, 'is', coalesce(e.over, iif(EXISTS
      (SELECT 1 FROM waits w WHERE w.org = e.org AND w.id = e.id), 'waiting', 'complete'))),
    iif(e.over IS NOT NULL, '{}', (SELECT json_group_object('has:' || (d.value ->> 'id'), 'yes') FROM json_each(f.body, '$.fields') d
      WHERE d.value ->> 'type' IN ('number', 'money') AND e.answers ->> (d.value ->> 'id') IS NOT NULL)))
  FROM spoken c JOIN entry e ON e.org = c.org AND e.policy = c.policy AND e.written >= c.since AND e.written < c.before
    JOIN (SELECT r.policy, f.value ->> 'id' AS form, f.value AS body FROM regulation r, json_each(r.body, '$.forms') f
      WHERE f.value -> 'entries' IS NOT NULL) f ON f.policy = e.policy AND f.form = e.form
  WHERE iif(EXISTS (SELECT 1 FROM named n WHERE n.content = c.content AND n.is_form),
      e.form IN (SELECT input FROM named n WHERE n.content = c.content), coalesce(f.body ->> 'confidentiality', '') <> 'restricted')
    AND (c.role IS NULL OR c.role IN (SELECT value FROM json_each(e.roles)));

-- What was owed in windows that end in the stretch, of the schedules that the report is made from, or else of all.
INSERT INTO based
  SELECT c.content, 'duties', o.id, json_object('schedule', o.schedule, 'is', CASE
    WHEN o.state IN ('DONE', 'SIGNED') THEN iif(o.done >= o.due, 'late', 'done') ELSE lower(o.state) END)
  FROM spoken c JOIN obligation o ON o.org = c.org AND o.policy = c.policy
    JOIN (SELECT r.policy, s.value ->> 'id' AS schedule, s.value ->> '$.duty.is' AS duty FROM regulation r, json_each(r.body, '$.schedules') s) s
      ON s.policy = o.policy AND s.schedule = o.schedule
  WHERE s.duty <> 'report' AND (o.schedule IN (SELECT input FROM named n WHERE n.content = c.content)
    OR NOT EXISTS (SELECT 1 FROM named n WHERE n.content = c.content AND n.is_duty));

-- Campaigns that asked in the stretch: of the surveys that the report is made from, or else of all.
CREATE TABLE asking AS
  SELECT c.content, c.org, p.id FROM spoken c JOIN campaign p ON p.org = c.org AND p.policy = c.policy
  WHERE EXISTS (SELECT 1 FROM deed d WHERE d.org = p.org AND d.kind = 'campaign' AND d.id = p.id AND d.type = 'approved')
    AND NOT EXISTS (SELECT 1 FROM deed d WHERE d.org = p.org AND d.kind = 'campaign' AND d.id = p.id AND d.type = 'cancelled')
    AND strftime('%Y-%m-%dT%H:%M:%fZ', p.plan ->> 'sendOn', '-8 hours') < c.before
    AND coalesce((SELECT min(d.at) FROM deed d WHERE d.org = p.org AND d.kind = 'campaign' AND d.id = p.id AND d.type = 'closed'),
      strftime('%Y-%m-%dT%H:%M:%fZ', p.plan ->> 'closesOn', '+16 hours')) > c.since
    AND (p.plan ->> 'survey' IN (SELECT survey FROM named n WHERE n.content = c.content AND survey IS NOT NULL)
      OR NOT EXISTS (SELECT 1 FROM named n WHERE n.content = c.content AND survey IS NOT NULL));
INSERT INTO based SELECT content, 'campaigns', id, '{}' FROM asking;
INSERT INTO told_of SELECT a.org, c.what, (SELECT CASE c.filter ->> 'side' WHEN 'invited' THEN count(*) WHEN 'sent' THEN sum(out) ELSE sum(valid) END
    FROM asked s WHERE s.org = a.org AND s.id = a.id)
  FROM asking a JOIN cell c ON c.content = a.content AND c.list = 'asked' AND c.filter ->> 'id' = a.id;
INSERT INTO told_of SELECT a.org, c.what, (SELECT iif(c.filter ->> 'side' = 'satisfied', sum(satisfied), count(*))
    FROM score s WHERE s.org = a.org AND s.id = a.id AND s.question = c.filter ->> 'question')
  FROM asking a JOIN cell c ON c.content = a.content AND c.list = 'answered' AND c.filter ->> 'id' = a.id;
INSERT INTO told_of SELECT c.org, c.what, f.n FROM cell c JOIN spoken USING (content) JOIN figure f ON f.org = c.org
  AND f.what = 'kpi ' || (c.filter ->> 'id') || ' ' || (c.filter ->> 'period') || ' ' || (c.filter ->> 'side') WHERE c.list = 'kpis';
