-- The cases of which a content of a report is made, as they stood when it was made.

INSERT INTO based
  SELECT s.content, 'received', m.id, json_object('kind', (SELECT kind FROM sort WHERE sort.id = m.id),
    'category', coalesce(m.category, 'unclassified'), 'state', m.state, 'is', iif(m.closed < s.before, 'closed', 'open'))
  FROM matter m JOIN spoken s ON m.policy = s.policy AND m.received >= s.since AND m.received < s.before;
INSERT INTO based
  SELECT s.content, 'clocks', r.id, json_object('clock', r.clock, 'kept', CASE
    WHEN r.excused IS NOT NULL THEN 'excused' WHEN r.missed IS NOT NULL THEN 'missed' WHEN r.stop IS NOT NULL THEN 'met' ELSE 'running' END)
  FROM run r JOIN matter m ON m.id = r.id JOIN clock k ON k.policy = r.policy AND k.clock = r.clock
    JOIN spoken s ON m.policy = s.policy AND m.received >= s.since AND m.received < s.before
  WHERE r.due IS NOT NULL AND coalesce(k.body ->> 'grade', 'binding') = 'binding'
    AND (r.excused IS NOT NULL OR r.missed IS NOT NULL OR r.stop IS NOT NULL OR r.closed IS NULL);

-- Liability as it was said last, and shares as they were said last.
CREATE TABLE judged AS
  SELECT m.id, (SELECT j.body ->> 'settled' FROM told j WHERE j.id = m.id AND j.type = 'liabilityJudged' ORDER BY j.n DESC LIMIT 1) AS settled,
    (SELECT j.body -> 'shares' FROM told j WHERE j.id = m.id AND j.type = 'liabilityJudged' AND j.body -> 'shares' IS NOT NULL
      ORDER BY j.n DESC LIMIT 1) AS shares
  FROM matter m;
CREATE TABLE ended AS SELECT s.content, m.id, j.settled, j.shares FROM matter m JOIN judged j USING (id)
  JOIN spoken s ON m.policy = s.policy AND m.closed >= s.since AND m.closed < s.before;
INSERT INTO based SELECT content, 'closed', id, json_object('liability', iif(settled, 'settled', 'open')) FROM ended;
INSERT INTO based SELECT content, 'shares', e.id, json_object('department', h.value ->> 'department') FROM ended e, json_each(e.shares) h;
INSERT INTO based
  SELECT e.content, 'sanctions', e.id, json_object('rule', asked.body ->> 'rule') FROM ended e
    JOIN told d ON d.id = e.id AND d.type = 'sanctionDecided' AND d.body ->> 'approved'
    JOIN told asked ON asked.id = e.id AND asked.type = 'sanctionProposed' AND asked.body ->> 'sanction' = d.body ->> 'sanction';
