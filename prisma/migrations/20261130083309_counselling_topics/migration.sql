-- CreateEnum
CREATE TYPE "CounsellingLanguage" AS ENUM ('GERMAN', 'EASY', 'ENGLISH');

-- AlterEnum
ALTER TYPE "OwnTextKey" ADD VALUE 'COUNSELLING_LANGUAGES';

-- CreateTable
CREATE TABLE "counselling_topics" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "review_every_months" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "counselling_topics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "counselling_editions" (
    "id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "written_by_id" UUID,
    "reviewed_on" DATE,
    "reviewed_by_id" UUID,
    "earlier_review_on" DATE,
    "earlier_review_by_id" UUID,
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "published_at" TIMESTAMPTZ(3),
    "published_by_id" UUID,
    "public_until" TIMESTAMPTZ(3),

    CONSTRAINT "counselling_editions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "counselling_texts" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "language" "CounsellingLanguage" NOT NULL,
    "title" TEXT NOT NULL,
    "intro" TEXT NOT NULL,
    "for_whom" TEXT NOT NULL,
    "what_we_do" TEXT NOT NULL,
    "please_bring" TEXT NOT NULL,
    "how_it_works" TEXT NOT NULL,
    "not_done" TEXT NOT NULL,
    "good_to_know" TEXT NOT NULL,
    "other_help" TEXT NOT NULL,
    "notice" TEXT NOT NULL,

    CONSTRAINT "counselling_texts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "counselling_topics_slug_key" ON "counselling_topics"("slug");

-- CreateIndex
CREATE INDEX "counselling_editions_written_by_id_idx" ON "counselling_editions"("written_by_id");

-- CreateIndex
CREATE INDEX "counselling_editions_reviewed_by_id_idx" ON "counselling_editions"("reviewed_by_id");

-- CreateIndex
CREATE INDEX "counselling_editions_earlier_review_by_id_idx" ON "counselling_editions"("earlier_review_by_id");

-- CreateIndex
CREATE INDEX "counselling_editions_published_by_id_idx" ON "counselling_editions"("published_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "counselling_editions_topic_id_number_key" ON "counselling_editions"("topic_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "counselling_texts_edition_id_language_key" ON "counselling_texts"("edition_id", "language");

-- AddForeignKey
ALTER TABLE "counselling_editions" ADD CONSTRAINT "counselling_editions_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "counselling_topics"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "counselling_texts" ADD CONSTRAINT "counselling_texts_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "counselling_editions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What belongs to other domains: by hand, so that their schema need not know of this one. Who ends an account goes, the edition stays.
ALTER TABLE "counselling_editions" ADD CONSTRAINT "counselling_editions_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "counselling_editions" ADD CONSTRAINT "counselling_editions_reviewed_by_id_fkey" FOREIGN KEY ("reviewed_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "counselling_editions" ADD CONSTRAINT "counselling_editions_earlier_review_by_id_fkey" FOREIGN KEY ("earlier_review_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "counselling_editions" ADD CONSTRAINT "counselling_editions_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "counselling_topics" ADD CONSTRAINT "counselling_topics_rhythm" CHECK ("review_every_months" BETWEEN 1 AND 24);

-- Everybody reads one edition of a topic, and none that nobody has reviewed.
CREATE UNIQUE INDEX "counselling_editions_one_is_public" ON "counselling_editions"("topic_id") WHERE "is_public";
ALTER TABLE "counselling_editions" ADD CONSTRAINT "counselling_editions_reviewed_before_public" CHECK (
  NOT "is_public" OR ("reviewed_on" IS NOT NULL AND "published_at" IS NOT NULL AND "public_until" IS NULL));
ALTER TABLE "counselling_editions" ADD CONSTRAINT "counselling_editions_earlier_is_earlier" CHECK (
  "earlier_review_on" IS NULL OR ("reviewed_on" IS NOT NULL AND "earlier_review_on" <= "reviewed_on"));

ALTER TABLE "counselling_texts" ADD CONSTRAINT "counselling_texts_lengths" CHECK (
  char_length("title") <= 80 AND char_length("intro") <= 600 AND char_length("notice") <= 600
  AND greatest(char_length("for_whom"), char_length("what_we_do"), char_length("please_bring"),
    char_length("how_it_works"), char_length("not_done"), char_length("good_to_know"), char_length("other_help")) <= 2000);
ALTER TABLE "counselling_texts" ADD CONSTRAINT "counselling_texts_german_has_a_title" CHECK (
  "language" <> 'GERMAN' OR ("title" <> '' AND "intro" <> ''));
-- Amounts of money change faster than pages, see namesMoney in lib/counselling/topics/rules.ts.
ALTER TABLE "counselling_texts" ADD CONSTRAINT "counselling_texts_name_no_money" CHECK (
  concat_ws(E'\n', "title", "intro", "for_whom", "what_we_do", "please_bring", "how_it_works", "not_done",
    "good_to_know", "other_help", "notice") !~* '€|\d\s*(euro|eur|cents?)\M|\m(euro|eur)\s*\d');
