-- AlterTable
ALTER TABLE "staff_meeting_people" ADD COLUMN     "certificate_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "staff_meeting_people_certificate_id_key" ON "staff_meeting_people"("certificate_id");

-- AddForeignKey
ALTER TABLE "staff_meeting_people" ADD CONSTRAINT "staff_meeting_people_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
