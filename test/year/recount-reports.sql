-- The records of which each content of a report is made, list by list, each with what it is counted by.

CREATE TABLE made AS
  SELECT c.content, c.seen, i.* FROM content c JOIN inspection i ON i.org = c.org AND i.policy = c.policy
    AND i.filed <= c.seen AND i.done >= c.since AND i.done < c.before
  WHERE c.units IS NULL OR lower(trim(i.department)) IN (SELECT lower(trim(value)) FROM json_each(c.units));
INSERT INTO based
  SELECT content, 'inspections', id, json_object('schedule', schedule, 'department', department,
    'is', iif(EXISTS (SELECT 1 FROM finding f WHERE f.org = m.org AND f.id = m.id AND f.at <= m.seen), 'found', 'clean'))
  FROM made m;
INSERT INTO based
  SELECT content, 'findings', id || '/' || n, json_object('schedule', schedule, 'department', department, 'code', code,
    'state', state, 'is', iif(state = 'CLOSED', 'settled', 'open'))
  FROM (SELECT m.content, m.schedule, m.department, f.id, f.n, f.code,
      (SELECT s.state FROM stage s WHERE s.org = f.org AND s.id = f.id AND s.n = f.n AND s.at <= m.seen ORDER BY s.nth DESC LIMIT 1) AS state
    FROM made m JOIN finding f ON f.org = m.org AND f.id = m.id AND f.at <= m.seen);

-- Figures of a report: how many records of a list are as the figure says.
INSERT INTO figure
  SELECT c.org, c.what, (SELECT count(*) FROM based b WHERE b.content = c.content AND b.list = c.list AND NOT EXISTS
    (SELECT 1 FROM json_each(c.filter) w WHERE coalesce(b.body ->> w.key, '') <> w.value))
  FROM cell c WHERE c.list <> 'kpis';
