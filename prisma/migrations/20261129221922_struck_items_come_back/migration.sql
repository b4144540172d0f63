-- CreateTable
CREATE TABLE "struck_agenda_items" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "struck_at" TIMESTAMPTZ(3) NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "presenter" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "audience" "Audience" NOT NULL,
    "record" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "proposal_ids" UUID[],

    CONSTRAINT "struck_agenda_items_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "struck_agenda_items_session_id_idx" ON "struck_agenda_items"("session_id");

-- AddForeignKey
ALTER TABLE "struck_agenda_items" ADD CONSTRAINT "struck_agenda_items_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "forum_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
