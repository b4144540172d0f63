-- CreateTable
CREATE TABLE "agenda_departures" (
    "session_id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agenda_departures_pkey" PRIMARY KEY ("session_id","proposal_id")
);

-- CreateIndex
CREATE INDEX "agenda_departures_proposal_id_idx" ON "agenda_departures"("proposal_id");

-- AddForeignKey
ALTER TABLE "agenda_departures" ADD CONSTRAINT "agenda_departures_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "forum_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_departures" ADD CONSTRAINT "agenda_departures_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE CASCADE ON UPDATE CASCADE;
