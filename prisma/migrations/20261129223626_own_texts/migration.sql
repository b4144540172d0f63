-- CreateEnum
CREATE TYPE "OwnTextKey" AS ENUM ('ROOM', 'MATERIAL', 'MONEY', 'ADVICE', 'PUBLICITY', 'CONTACTS', 'COUNSELLING_DUTY', 'COUNSELLING_PEOPLE', 'NOTICE_BOARDS', 'FORUM_CHAIR', 'COMPLAINTS');

-- CreateTable
CREATE TABLE "own_texts" (
    "id" UUID NOT NULL,
    "key" "OwnTextKey" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "text_easy" TEXT NOT NULL DEFAULT '',
    "text_en" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "own_texts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "own_texts_key_key" ON "own_texts"("key");
