-- CreateEnum
CREATE TYPE "CounterRole" AS ENUM ('OFFICE', 'REPRESENTATIVE', 'UNKNOWN');

-- AlterTable
ALTER TABLE "count_sheets" ADD COLUMN     "entered_as" "CounterRole" NOT NULL DEFAULT 'UNKNOWN';

-- What the record of each count said until now by the rights of whoever counted, it says from now on by itself.
ALTER TABLE "count_sheets" DISABLE TRIGGER USER;
UPDATE "count_sheets" "sheet" SET "entered_as" = CASE
  WHEN EXISTS (SELECT FROM "role_grants" WHERE "user_id" = "sheet"."entered_by_id" AND "role" IN ('COORDINATOR', 'ADMIN'))
    THEN 'OFFICE'::"CounterRole"
  WHEN EXISTS (SELECT FROM "role_grants" WHERE "user_id" = "sheet"."entered_by_id" AND "role" = 'REPRESENTATIVE')
    THEN 'REPRESENTATIVE'::"CounterRole"
  ELSE 'UNKNOWN'::"CounterRole" END;
ALTER TABLE "count_sheets" ENABLE TRIGGER USER;
