-- report: hours of a month or year by the weekday too, so that a map of the week over many years is a few sums --------------
CREATE TEMP TABLE hour_before AS SELECT * FROM hour_sum;
DROP TABLE hour_sum;
CREATE TABLE hour_sum(
  period TEXT NOT NULL, weekday INTEGER NOT NULL /* 0: Sunday */, hour INTEGER NOT NULL, count INTEGER NOT NULL,
  net INTEGER NOT NULL, PRIMARY KEY(period, weekday, hour)) STRICT, WITHOUT ROWID;
CREATE TEMP TABLE period_length(letters INTEGER);
INSERT INTO period_length VALUES (4), (7), (10);
INSERT INTO hour_sum
  SELECT substr(period, 1, letters), CAST(strftime('%w', period) AS INTEGER), hour, sum(count), sum(net)
  FROM hour_before, period_length WHERE length(period) = 10 GROUP BY 1, 2, 3;
DROP TABLE period_length;
DROP TABLE hour_before;
