-- CreateEnum
CREATE TYPE "ActivationConsent" AS ENUM ('NOBODY', 'WRITTEN');

-- CreateTable
CREATE TABLE "activation_photos" (
    "id" UUID NOT NULL,
    "trial_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "file_id" UUID NOT NULL,
    "alt_text" TEXT NOT NULL,
    "consent" "ActivationConsent" NOT NULL,
    "consent_note" TEXT NOT NULL DEFAULT '',
    "shown" BOOLEAN NOT NULL,

    CONSTRAINT "activation_photos_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "activation_photos_file_id_key" ON "activation_photos"("file_id");

-- CreateIndex
CREATE UNIQUE INDEX "activation_photos_trial_id_position_key" ON "activation_photos"("trial_id", "position");

-- AddForeignKey
ALTER TABLE "activation_photos" ADD CONSTRAINT "activation_photos_trial_id_fkey" FOREIGN KEY ("trial_id") REFERENCES "activation_trials"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activation_photos" ADD CONSTRAINT "activation_photos_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "activation_photos" ADD CONSTRAINT "activation_photos_few" CHECK ("position" BETWEEN 1 AND 5);
ALTER TABLE "activation_photos" ADD CONSTRAINT "activation_photos_say_what_is_seen" CHECK (
  char_length("alt_text") BETWEEN 5 AND 200 AND char_length("consent_note") <= 200);
-- Whoever can be recognised has agreed, and it stands where.
ALTER TABLE "activation_photos" ADD CONSTRAINT "activation_photos_consent" CHECK (
  ("consent" = 'WRITTEN') = ("consent_note" <> ''));
