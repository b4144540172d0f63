-- CreateTable
CREATE TABLE "operation_marks" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ok" BOOLEAN NOT NULL DEFAULT true,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "operation_marks_pkey" PRIMARY KEY ("name")
);

-- Rows of a few names are written over all day; room beside them keeps that from growing.
ALTER TABLE "operation_marks" SET (fillfactor = 20);

ALTER TABLE "operation_marks" ADD CONSTRAINT "operation_marks_say_little" CHECK (
  "name" ~ '^[a-z][a-z0-9.-]{0,60}$' AND "note" ~ '^[A-Za-z0-9 .:_/-]{0,200}$'
);
