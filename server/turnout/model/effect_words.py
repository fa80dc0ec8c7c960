"""The words by which effects are known: methods, packages, headers and functions of the libraries that people use."""

from __future__ import annotations

import re


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


WRITE_WORDS = words(
    """
    accept ack add apply approve archive assign attach ban block book bookmark bulk cancel change checkout
    claim cleanup clear clone close complete confirm connect copy create decline decrement delete deploy
    deposit destroy detach disable disconnect dismiss duplicate edit enable favorite finish flag follow
    generate grant handle import increment insert install invalidate invite join leave like link lock log
    login logout mark merge modify move notify on open patch pay persist pin post process publish purchase
    purge put record redeem refresh refund register reject remove rename reorder replace report request
    reschedule reset restore revalidate revoke save schedule send set setup sign signup snooze sort star
    start stop store submit subscribe sync toggle track transfer trigger unarchive unassign unban unblock
    unfavorite unfollow unlike unlink unlock unpin unpublish unstar unsubscribe update upload upsert vote
    withdraw write
    """
)
"""First words of names of functions that change something."""

READ_WORDS = words(
    """
    autocomplete calculate can check compare compute count describe detect estimate exists fetch filter find
    get has infer is list load lookup match poll preview query read refetch reload resolve retrieve scan
    search select show suggest validate verify view wait
    """
)
"""First words of names of functions that only look."""

WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")

DB_NAME = re.compile(
    r"^(?:db|tx|trx|t|conn|pool|orm|knex|kysely|drizzle|em|sql|pg|mysql|mongo)$|prisma|database|drizzle|"
    r"^db[A-Z_]|Db$|DB$|repo(?:sitory)?$|entityManager|transaction"
)

DB_SOURCE = re.compile(
    r"(?:^|[/@.-])(?:prisma|db|database|drizzle(?:-orm)?|kysely|knex|mongo(?:db|ose)?|sequelize|typeorm|"
    r"postgres|pg|mysql2?|better-sqlite3|sqlite3?|libsql|neon|turso)(?:[/.-]|$)",
    re.IGNORECASE,
)

PRISMA_WRITES = words(
    """
    create createMany createManyAndReturn delete deleteMany update updateMany updateManyAndReturn upsert
    """
)

PRISMA_ONLY_WRITES = words(
    """
    createMany createManyAndReturn deleteMany updateMany updateManyAndReturn upsert
    """
)

PRISMA_READS = words(
    """
    findFirst findFirstOrThrow findMany findUnique findUniqueOrThrow groupBy
    """
)

MONGO_WRITES = words(
    """
    bulkCreate bulkWrite deleteOne findByIdAndDelete findByIdAndRemove findByIdAndUpdate findOneAndDelete
    findOneAndRemove findOneAndReplace findOneAndUpdate findOrCreate insertMany insertOne replaceOne
    updateOne
    """
)

MONGO_READS = words(
    """
    countDocuments estimatedDocumentCount findAll findAndCountAll findBy findById findByPk findOne findOneBy
    """
)

KYSELY_WRITES = words(
    """
    deleteFrom insertInto mergeInto replaceInto updateTable
    """
)

DRIZZLE_WRITES = words(
    """
    delete insert update
    """
)

FIRESTORE = {
    "setDoc": True, "addDoc": True, "updateDoc": True, "deleteDoc": True, "writeBatch": True,
    "runTransaction": True, "getDoc": False, "getDocs": False, "getCountFromServer": False,
}  # fmt: skip

KV_WRITES = words(
    """
    decr decrby del expire getdel hdel hincrby hmset hset incr incrby lpop lpush mset rpop rpush sadd set
    setex setnx srem xadd zadd zincrby zrem
    """
)

KV_READS = words(
    """
    exists get hget hgetall hmget keys lrange mget scan sismember smembers zrange zscore
    """
)

KV_NAME = re.compile(r"redis|^kv$|upstash|valkey", re.IGNORECASE)

SQL_CALLS = words(
    """
    $executeRaw $executeRawUnsafe $queryRaw $queryRawUnsafe all any batch exec execute get many manyOrNone
    none one oneOrNone prepare query raw run sql unsafe values
    """
)

SQL_WRITE = re.compile(
    r"^\s*(?:--[^\n]*\n\s*)*(?:insert\s+into|update\s+\S+\s+set|update\b[\s\S]*\bset\b|delete\s+from|"
    r"replace\s+into|merge\s+into|upsert\s|truncate\s|create\s|drop\s|alter\s|"
    r"with\b[\s\S]*\b(?:insert\s+into|delete\s+from))",
    re.IGNORECASE,
)

SQL_READ = re.compile(r"^\s*(?:--[^\n]*\n\s*)*(?:select|with)\b", re.IGNORECASE)

MAIL_SOURCES = (
    "resend", "nodemailer", "@sendgrid/", "postmark", "mailgun", "@mailchimp/", "twilio", "plunk", "loops",
    "@aws-sdk/client-ses", "@aws-sdk/client-sns", "web-push", "expo-server-sdk", "mailersend",
    "node-mailjet", "@getbrevo/",
)  # fmt: skip

MAIL_NAME = re.compile(
    r"^(?:send|deliver|queue)\w*(?:mail|sms|message|notification|invit\w*|otp|code|link|newsletter)s?$",
    re.IGNORECASE,
)

PAYMENT_NAME = re.compile(
    r"stripe|paddle|lemonsqueezy|lemonSqueezy|polar$|braintree|razorpay|paypal|mollie", re.IGNORECASE
)

STORAGE_SOURCES = (
    "@aws-sdk/client-s3", "@vercel/blob", "@aws-sdk/s3-presigned-post", "@aws-sdk/s3-request-presigner",
    "cloudinary", "uploadthing", "@google-cloud/storage", "@uploadthing/", "@azure/storage-blob", "minio",
    "imagekit",
)  # fmt: skip

STORAGE_WRITE = re.compile(
    r"^(?:put|upload|del|delete|remove|copy|move|create|destroy|save|write|getSignedUrl|presigned)"
)

UPLOAD_SOURCES = ("busboy", "@fastify/busboy", "formidable", "multer", "multiparty", "next-connect", "@tus/server")

UPLOAD_READERS = words(
    """
    Busboy IncomingForm busboy formidable multer multiparty
    """
)

UPLOAD_HEADERS = words(
    """
    content-range tus-resumable upload-length upload-offset x-upload-offset
    """
)

QUEUE_SOURCES = (
    "inngest", "@upstash/qstash", "@trigger.dev/", "bullmq", "bull", "@aws-sdk/client-sqs", "pusher",
    "ably", "@google-cloud/tasks", "@google-cloud/pubsub", "pg-boss", "amqplib", "kafkajs",
    "@upstash/workflow", "soketi", "@liveblocks/node",
)  # fmt: skip

QUEUE_WRITE = re.compile(r"^(?:send|publish|trigger|add|enqueue|schedule|batch|create|emit|produce|cancel|delete)")

AI_CALLS = words(
    """
    embed embedMany experimental_generateImage experimental_generateSpeech experimental_transcribe
    generateImage generateObject generateText streamObject streamText streamUI
    """
)

AI_NAME = re.compile(
    r"openai|anthropic|replicate|gemini|groq|mistral|cohere|together|^genai$|fal$|huggingface|^hf$",
    re.IGNORECASE,
)

AI_METHODS = words(
    """
    chat complete create embed generate generateContent generateContentStream invoke parse run sendMessage
    sendMessageStream stream subscribe
    """
)

FS_WRITES = words(
    """
    appendFile appendFileSync copyFile copyFileSync createWriteStream mkdir mkdirSync rename renameSync rm
    rmSync unlink unlinkSync writeFile writeFileSync
    """
)

FS_READS = words(
    """
    access createReadStream existsSync readFile readFileSync readdir readdirSync stat
    """
)

FS_SOURCES = words(
    """
    fs fs-extra fs/promises node:fs node:fs/promises
    """
)

CACHE = words(
    """
    revalidatePath revalidateTag unstable_expirePath unstable_expireTag updateTag
    """
)

SESSION_WRITES = words(
    """
    createSession deleteSession destroySession exchangeCodeForSession invalidateSession
    lucia.invalidateSession resetPasswordForEmail setSession signIn signInAnonymously signInEmail
    signInWithIdToken signInWithOAuth signInWithOtp signInWithPassword signOut signUp signUpEmail updateUser
    verifyOtp
    """
)

SESSION_READS = re.compile(
    r"^(?:auth|getServerSession|unstable_getServerSession|getSession|currentUser|getToken|getAuth|"
    r"validateRequest|requireUser|requireAuth|requireSession|getCurrentUser|getServerAuthSession|"
    r"getIronSession|verifySession|validateSession|getServerUser|getAuthUser|getAuthSession|ensureAuth\w*|"
    r"assertAuth\w*|getUserFromSession|getCurrentSession|getSessionUser|currentSession|withAuth|"
    r"withSession|withUser|requireAdmin|isAuthenticated|getLoggedInUser)$"
)

VERIFIES = words(
    """
    constructEvent constructEventAsync constructWebhookEvent isValidRequest isValidSignature
    unmarshalWebhook validateRequestWithBody validateSignature validateWebhook verifyAndReceive verifyHeader
    verifyHmac verifyKey verifyPubSub verifySignature verifySlackRequest verifyWebhook
    verifyWebhookSignature
    """
)

QUEUE_CHECKS = re.compile(
    r"^(?:verifySignatureAppRouter|verifySignatureEdge|verifyQstash\w*|withQstash\w*|verifyQueue\w*)$",
    re.IGNORECASE,
)

CRON_CHECKS = re.compile(
    r"(?:verify|with|check|validate|assert|is|require|guard)\w*(?:cron|vercelSignature)", re.IGNORECASE
)

KEY_CHECKS = re.compile(
    r"^(?:verify|validate|check|require|with|authenticate|authorize|assert|ensure|is|guard|parse|"
    r"lookup)\w*(?:api_?key|api_?token|access_?token|bearer|personal_?token|service_?token|public_?api)",
    re.IGNORECASE,
)

SIGNATURE_HEADER = re.compile(
    r"signature|svix-|hmac|x-hub|webhook-id|x-telegram-bot-api-secret-token|x-goog-channel", re.IGNORECASE
)

KEY_HEADER = re.compile(
    r"^(?:x-)?(?:[\w-]+-)?(?:api|access|admin|service|internal|auth|app|secret)-?(?:key|token|secret)$|"
    r"^api_key$",
    re.IGNORECASE,
)

SECRET_NAME = re.compile(r"SECRET|TOKEN|_KEY$|PASSWORD|PASSPHRASE|PASSCODE", re.IGNORECASE)

RATE = re.compile(r"rate_?limit|limiter", re.IGNORECASE)

STREAMS = words(
    """
    EventSourceParserStream ReadableStream StreamingTextResponse TransformStream
    """
)

STREAM_CALLS = words(
    """
    AnthropicStream LangChainAdapter.toDataStreamResponse OpenAIStream createAgentUIStreamResponse
    createDataStreamResponse createStreamableValue createUIMessageStream createUIMessageStreamResponse
    pipeDataStreamToResponse pipeTextStreamToResponse pipeUIMessageStreamToResponse streamToResponse toAIStreamResponse
    toAgentUIStreamResponse toDataStreamResponse toReadableStream toTextStreamResponse
    toUIMessageStreamResponse
    """
)

RESPONSES = words(
    """
    NextResponse Response
    """
)

MUTATING = words(
    """
    DELETE PATCH POST PUT
    """
)

JSON_TYPES = (
    "application/json", "application/problem+json",
)  # fmt: skip

MUTATORS = words(
    """
    add clear delete fill pop push reverse set shift sort splice unshift
    """
)

SDK_WORDS = words(
    """
    add archive ban cancel commit create delete destroy execute insert invite patch publish remove
    revoke save send submit subscribe unsubscribe update upsert
    """
)

NO_SDK = re.compile(
    r"^(?:node:|zod|react|next$|next/|crypto|path|util|url|date-fns|dayjs|lodash|uuid|nanoid|jose|"
    r"jsonwebtoken|bcrypt|argon2|sharp|pdf|exceljs|xlsx|jszip|archiver|winston|pino|yup|superjson|@sentry|"
    r"posthog|@vercel/og|@vercel/analytics|swr|@tanstack|immer|rehype|remark|unified|cheerio|marked|"
    r"i18next|next-intl|@js-|csv|papaparse)"
)

NO_CREATE = re.compile(
    r"(?:Client|Hash|Hmac|Transport|Context|Element|Stream|Url|URL|Server|Instance|Logger|Store|Config|"
    r"Schema|Middleware|Handler|Cipher\w*|Decipher\w*|Caller|Key|Parser|Formatter|Supabase|Browser\w*)$"
)

SHOPS = {
    "stripe": "Stripe", "svix": "Svix", "standardwebhooks": "a webhook", "@octokit/webhooks": "GitHub",
    "paddle": "Paddle", "@clerk": "Clerk", "polar": "Polar", "resend": "Resend", "twilio": "Twilio",
    "slack": "Slack",
}  # fmt: skip
