-- CreateTable
CREATE TABLE "outreach_deleted_contacts" (
    "id" UUID NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "outreach_deleted_contacts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "outreach_deleted_contacts_day_idx" ON "outreach_deleted_contacts"("day");
