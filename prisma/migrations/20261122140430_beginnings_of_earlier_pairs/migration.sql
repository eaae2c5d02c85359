-- Pairs that began before beginnings were looked at get what they have missed: the list while they are new, the question
-- about skills. Whoever had it already is not sent it again.
UPDATE "pairs" SET "settle_at" = now() WHERE "state" = 'active' AND "settle_at" IS NULL;
