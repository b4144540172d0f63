-- From here on functions and triggers stand in `prisma/sql`, each once. Which of them are in force is noted here
-- by the start, for the owner alone; versions that do not know of it refuse this database.
CREATE TABLE "applied_sql" (
    "mark" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "applied_sql_pkey" PRIMARY KEY ("mark")
);
