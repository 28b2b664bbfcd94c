-- What a year came to, counted again from what was stored of it, by other means than the engine's: plain SQL over the
-- events of the cases, the text of the regulations and the notice on holidays. Instants are UTC, days those of Shanghai.
-- The tables event, owed, mail, regulation, holiday and bound are filled before this is run.

CREATE INDEX event_id ON event (id, n);

-- What happened, what the regulation calls it, when it happened and where it led.
CREATE TABLE told AS
  SELECT org, policy, id, n, body ->> 'type' AS type, body ->> 'at' AS at, body,
    CASE body ->> 'type' WHEN 'received' THEN 'received' ELSE body ->> 'event' END AS name,
    CASE body ->> 'type' WHEN 'received' THEN coalesce(body ->> 'receivedAt', body ->> 'at')
      ELSE coalesce(body ->> 'when', body ->> 'signedAt', body ->> 'doneAt', body ->> 'at') END AS happened,
    body ->> 'to' AS leads
  FROM event;
CREATE INDEX told_name ON told (id, name, happened);

-- Names that a step or an event sets as facts.
CREATE TABLE sets AS
  SELECT r.policy, 'step' AS type, s.value ->> 'id' AS what, name.value AS name
  FROM regulation r, json_each(r.body, '$.workflow.steps') s, json_each(s.value, '$.sets') name
  UNION ALL
  SELECT r.policy, 'happened', e.value ->> 'id', name.value
  FROM regulation r, json_each(r.body, '$.events') e, json_each(e.value, '$.sets') name;

-- What was stated of a case, the last time that it was.
CREATE TABLE stated AS
  SELECT t.id, t.n, a.key AS name, a.value, a.type FROM told t, json_each(t.body, '$.answers') a
    WHERE t.type = 'received' OR t.type = 'liabilityJudged'
       OR EXISTS (SELECT 1 FROM sets s WHERE s.policy = t.policy AND s.type = t.type AND s.name = a.key
                  AND s.what = CASE t.type WHEN 'step' THEN t.body ->> 'step' ELSE t.name END)
  UNION ALL
  SELECT t.id, t.n, a.key, a.value, a.type FROM told t, json_each(t.body, '$.facts') a
  UNION ALL
  SELECT t.id, t.n, r.body ->> '$.liability.fact', t.body ->> 'class', 'text'
    FROM told t JOIN regulation r USING (policy)
    WHERE t.type = 'liabilityJudged' AND t.body ->> 'settled' AND t.body ->> 'class' IS NOT NULL
  UNION ALL
  SELECT t.id, t.n, c.value ->> 'until', asked.body ->> 'promised', 'text'
    FROM told t JOIN regulation r USING (policy), json_each(r.body, '$.exceptions') x, json_each(r.body, '$.clocks') c
    JOIN told asked ON asked.id = t.id AND asked.type = 'exceptionRecorded'
      AND asked.body ->> 'exception' = t.body ->> 'exception'
    WHERE t.type = 'exceptionDecided' AND t.body ->> 'approved' AND x.value ->> 'clock' = t.body ->> 'clock'
      AND c.value ->> 'id' = x.value ->> 'promise';
CREATE TABLE fact AS
  SELECT id, name, value, type FROM (SELECT *, row_number() OVER (PARTITION BY id, name ORDER BY n DESC) AS latest FROM stated)
  WHERE latest = 1;
-- What is asked with yes or no and was not ticked is no.
INSERT INTO fact
  SELECT t.id, f.value ->> 'id', 0, 'false' FROM told t JOIN regulation r USING (policy),
    (SELECT policy, value FROM regulation, json_each(body, '$.intake.fields') UNION ALL
     SELECT policy, value FROM regulation, json_each(body, '$.facts')) f
  WHERE t.type = 'received' AND f.policy = t.policy AND f.value ->> 'type' = 'flag'
    AND NOT EXISTS (SELECT 1 FROM fact s WHERE s.id = t.id AND s.name = f.value ->> 'id');
CREATE INDEX fact_id ON fact (id, name);

CREATE TABLE final AS
  SELECT r.policy, s.value ->> 'id' AS state FROM regulation r, json_each(r.body, '$.workflow.states') s WHERE s.value ->> 'final';

-- Each case as it stands at the end.
CREATE TABLE matter AS
  SELECT t.org, t.policy, t.id, t.happened AS received,
    coalesce((SELECT leads FROM told l WHERE l.id = t.id AND leads IS NOT NULL ORDER BY n DESC LIMIT 1),
      r.body ->> '$.workflow.initial') AS state,
    (SELECT min(at) FROM told l JOIN final f ON f.policy = l.policy AND f.state = l.leads WHERE l.id = t.id) AS closed,
    (SELECT value FROM fact WHERE id = t.id AND name = (
      SELECT f.value ->> 'id' FROM (SELECT value FROM json_each(r.body, '$.intake.fields') UNION ALL
        SELECT value FROM json_each(r.body, '$.facts')) f WHERE f.value ->> 'type' = 'category' LIMIT 1)) AS category
  FROM told t JOIN regulation r USING (policy) WHERE t.type = 'received';
CREATE INDEX matter_id ON matter (id);

-- Working days and how many there were up to each.
CREATE TABLE day AS
  WITH RECURSIVE every(day) AS (SELECT '2025-12-01' UNION ALL SELECT date(day, '+1 day') FROM every WHERE day < '2026-12-31'),
  judged AS (SELECT e.day, coalesce(h.works, strftime('%w', e.day) NOT IN ('0', '6')) AS works
    FROM every e LEFT JOIN holiday h USING (day))
  SELECT day, works, sum(works) OVER (ORDER BY day) AS nth FROM judged;
CREATE INDEX day_day ON day (day);
CREATE INDEX day_nth ON day (nth, works);

-- Conditions of clocks and figures: groups of which one must hold, each of tests that must all hold.
CREATE TABLE clock AS
  SELECT r.policy, c.value ->> 'id' AS clock, c.value AS body, c.value -> 'when' AS cond
  FROM regulation r, json_each(r.body, '$.clocks') c;
CREATE TABLE kpi AS
  SELECT r.policy, k.value ->> 'id' AS kpi, k.value ->> 'period' AS period, k.value AS body
  FROM regulation r, json_each(r.body, '$.kpis') k;
CREATE TABLE cond AS
  SELECT policy, 'clock ' || clock AS what, cond AS body FROM clock WHERE cond IS NOT NULL
  UNION ALL SELECT policy, 'above ' || kpi, body -> '$.formula.numerator.when' FROM kpi
    WHERE body -> '$.formula.numerator.when' IS NOT NULL
  UNION ALL SELECT policy, 'below ' || kpi, body -> '$.formula.denominator.when' FROM kpi
    WHERE body -> '$.formula.denominator.when' IS NOT NULL;
CREATE TABLE choice AS
  SELECT policy, what, 0 AS nth, body FROM cond WHERE json_type(body) = 'object'
  UNION ALL SELECT c.policy, c.what, g.key, g.value FROM cond c, json_each(c.body) g WHERE json_type(c.body) = 'array';
CREATE TABLE test AS
  SELECT c.policy, c.what, c.nth, t.key AS name, t.value, t.type FROM choice c, json_each(c.body) t;

-- A test of one fact of one case: equal, one of several, or within a span.
CREATE TABLE passed AS
  SELECT m.id, t.what, t.nth, t.name FROM matter m JOIN test t USING (policy) JOIN fact f ON f.id = m.id AND f.name = t.name
  WHERE CASE t.type
    WHEN 'array' THEN EXISTS (SELECT 1 FROM json_each(t.value) one WHERE one.value = f.value)
    WHEN 'object' THEN f.value >= coalesce(t.value ->> 'from', f.value) AND f.value <= coalesce(t.value ->> 'upTo', f.value)
      AND (t.value ->> 'over' IS NULL OR f.value > t.value ->> 'over')
      AND (t.value ->> 'below' IS NULL OR f.value < t.value ->> 'below')
    ELSE f.value = t.value END;
CREATE TABLE fits AS
  SELECT DISTINCT m.id, c.what FROM matter m JOIN choice c USING (policy)
  WHERE (SELECT count(*) FROM test t WHERE t.policy = c.policy AND t.what = c.what AND t.nth = c.nth)
      = (SELECT count(*) FROM passed p WHERE p.id = m.id AND p.what = c.what AND p.nth = c.nth);
CREATE INDEX fits_id ON fits (id, what);

-- Each clock that was started: when, how long it has, when it was stopped. Promises made anew are counted elsewhere.
CREATE TABLE run AS
  SELECT m.org, m.policy, m.id, m.closed, c.clock, c.body ->> 'kind' AS kind, c.body ->> 'roll' AS roll,
    CASE WHEN c.body ->> 'start' IS NULL THEN NULL
      ELSE (SELECT min(happened) FROM told WHERE id = m.id AND name = c.body ->> 'start') END AS start,
    (SELECT min(happened) FROM told WHERE id = m.id AND name = c.body ->> 'stop') AS stop,
    (SELECT value FROM fact WHERE id = m.id AND name = c.body ->> 'until') AS promised,
    c.body ->> 'until' IS NOT NULL AS promise,
    coalesce(c.body ->> 'within', (SELECT b.value ->> 'within' FROM json_each(c.body, '$.bands.of') b
      JOIN fact f ON f.id = m.id AND f.name = c.body ->> '$.bands.fact'
      WHERE CASE WHEN b.value ->> 'is' IS NOT NULL THEN f.value = b.value ->> 'is' ELSE
        f.value >= coalesce(b.value ->> 'from', f.value) AND f.value <= coalesce(b.value ->> 'upTo', f.value)
        AND (b.value ->> 'over' IS NULL OR f.value > b.value ->> 'over')
        AND (b.value ->> 'below' IS NULL OR f.value < b.value ->> 'below') END)) AS within
  FROM matter m JOIN clock c USING (policy)
  WHERE c.body ->> 'renewable' IS NULL AND c.body -> 'pauses' IS NULL AND c.body ->> 'since' IS NULL
    AND coalesce(c.body ->> 'kind', 'deadline') <> 'retention'
    AND (c.cond IS NULL OR EXISTS (SELECT 1 FROM fits f WHERE f.id = m.id AND f.what = 'clock ' || c.clock));
DELETE FROM run WHERE start IS NULL OR start > closed OR (promise AND promised IS NULL) OR (NOT promise AND within IS NULL);
UPDATE run SET stop = NULL WHERE stop > closed;

-- The day on which it ends, before and after the roll.
CREATE TABLE ending AS
  SELECT r.rowid AS run, date(start, '+8 hours') AS began, CAST(within AS INTEGER) AS n,
    rtrim(substr(within, instr(within, ' ') + 1), 's') AS unit
  FROM run r WHERE NOT promise;
ALTER TABLE ending ADD COLUMN last TEXT;
UPDATE ending SET last = CASE
  WHEN unit = 'day' AND n = 0 THEN began -- same day
  WHEN unit = 'working day' THEN (SELECT d.day FROM day b JOIN day d ON d.works AND d.nth = b.nth + n WHERE b.day = began)
  WHEN unit = 'day' THEN date(began, '+' || n || ' days')
  WHEN unit = 'week' THEN date(began, '+' || (7 * n) || ' days')
  WHEN unit IN ('month', 'year') THEN CASE
    WHEN strftime('%d', date(began, '+' || n || ' ' || unit || 's')) = strftime('%d', began) THEN date(began, '+' || n || ' ' || unit || 's')
    ELSE date(began, 'start of month', '+' || n || ' ' || unit || 's', '+1 month', '-1 day') END END;
ALTER TABLE run ADD COLUMN due TEXT;
UPDATE run SET due = CASE
  WHEN promise AND promised GLOB '*T*' THEN strftime('%Y-%m-%dT%H:%M:%fZ', promised)
  WHEN promise THEN promised || 'T16:00:00.000Z'
  ELSE (SELECT CASE
    WHEN unit = 'hour' THEN strftime('%Y-%m-%dT%H:%M:%fZ', start, '+' || n || ' hours')
    WHEN unit IN ('day', 'week', 'month', 'year') AND n > 0 AND coalesce(roll, 'next') = 'next' AND coalesce(kind, 'deadline') = 'deadline'
      THEN (SELECT min(day) FROM day WHERE works AND day >= last) || 'T16:00:00.000Z'
    ELSE last || 'T16:00:00.000Z' END FROM ending WHERE ending.run = run.rowid) END;

-- Extensions that were approved before it ended (at that very moment is too late), and what each made of the due; an exception that was approved before it.
ALTER TABLE run ADD COLUMN missed TEXT;
ALTER TABLE run ADD COLUMN excused TEXT;
UPDATE run SET missed = due WHERE coalesce(stop > due, 1) AND due < coalesce(closed, (SELECT now FROM bound))
  AND NOT EXISTS (SELECT 1 FROM told d WHERE d.id = run.id AND d.type = 'extensionDecided' AND d.body ->> 'approved'
    AND d.body ->> 'clock' = run.clock AND d.at <= run.due AND d.at < coalesce(run.stop, '9'));
UPDATE run SET excused = (SELECT min(at) FROM told d WHERE d.id = run.id AND d.type = 'exceptionDecided'
  AND d.body ->> 'approved' AND d.body ->> 'clock' = run.clock AND d.at < coalesce(run.stop, '9') AND d.at <= run.due);
UPDATE run SET due = coalesce((SELECT asked.body ->> 'newDue' FROM told d JOIN told asked ON asked.id = d.id
    AND asked.type = 'extensionRequested' AND asked.body ->> 'extension' = d.body ->> 'extension'
  WHERE d.id = run.id AND d.type = 'extensionDecided' AND d.body ->> 'approved' AND d.body ->> 'clock' = run.clock
    AND d.at < coalesce(run.stop, run.closed, '9') ORDER BY d.n DESC LIMIT 1), due);
UPDATE run SET missed = due WHERE missed IS NULL AND coalesce(stop > due, 1) AND due < coalesce(closed, (SELECT now FROM bound));
