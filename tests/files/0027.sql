PRAGMA application_id = 1178825316;
PRAGMA user_version = 27;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE batch (
    id         INTEGER PRIMARY KEY,
    journal    INTEGER NOT NULL REFERENCES journal (id),
    above      INTEGER NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('open', 'done', 'undone'))
) STRICT;
CREATE TABLE card (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL,
    rev        INTEGER NOT NULL DEFAULT 1,
    state      INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 2),
    batch      INTEGER,
    code       TEXT    NOT NULL DEFAULT '',
    name       TEXT    NOT NULL CHECK (name <> ''),
    short_name TEXT    NOT NULL DEFAULT '',
    company    TEXT    NOT NULL DEFAULT '',
    party      TEXT    NOT NULL,
    kind       TEXT,
    started_in TEXT    NOT NULL,
    position   TEXT    NOT NULL,
    sort_key   TEXT    NOT NULL,
    next_on    TEXT,
    next_kind  TEXT,
    next_note  TEXT    NOT NULL DEFAULT '',
    added_on   TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
, code_key TEXT NOT NULL DEFAULT '', short_key TEXT NOT NULL DEFAULT '', company_key TEXT NOT NULL DEFAULT '', next_set_on TEXT) STRICT;
INSERT INTO card VALUES(1,X'01a204c2cf1a7f0b98d5118d3cb1da58',3,0,NULL,'','海虹印刷','','','individual',NULL,'potential','potential','hai海hong虹yin印shua刷','2026-07-03','visit','samples','2026-06-30',1795376205594,1795376205646,'','','','2026-06-30');
INSERT INTO card VALUES(2,X'01a204c2cf2c796ea0c3297656de439d',1,0,NULL,'','Ana Torres','','Northwind','individual',NULL,'potential','potential','ana torres',NULL,NULL,'','2026-06-30',1795376205612,1795376205612,'','','northwind',NULL);
CREATE TABLE value (
    card     INTEGER NOT NULL REFERENCES card (id),
    field    TEXT    NOT NULL,
    seq      INTEGER NOT NULL,
    text     TEXT    NOT NULL,
    number   INTEGER,
    day      TEXT,
    sort_key TEXT    NOT NULL,
    PRIMARY KEY (card, field, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO value VALUES(1,'tags',0,'vip',NULL,NULL,'vip');
CREATE TABLE own_field (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    key  TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    type TEXT NOT NULL
, options TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE person (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    uid      BLOB    NOT NULL,
    rev      INTEGER NOT NULL DEFAULT 1,
    card     INTEGER NOT NULL REFERENCES card (id),
    name     TEXT    NOT NULL CHECK (name <> ''),
    title    TEXT    NOT NULL DEFAULT '',
    roles    TEXT    NOT NULL DEFAULT '',
    from_day TEXT,
    to_day   TEXT
) STRICT;
INSERT INTO person VALUES(1,X'01a204c2cf1a788ca2a19232c647b5bf',1,1,'周立','','decider',NULL,NULL);
CREATE TABLE phone (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    card   INTEGER NOT NULL REFERENCES card (id),
    person INTEGER,
    kind   TEXT    NOT NULL,
    number TEXT    NOT NULL,
    normal TEXT    NOT NULL
) STRICT;
INSERT INTO phone VALUES(1,1,NULL,'mobile','13800000001','+8613800000001');
CREATE TABLE email (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    card    INTEGER NOT NULL REFERENCES card (id),
    person  INTEGER,
    kind    TEXT    NOT NULL,
    address TEXT    NOT NULL,
    normal  TEXT    NOT NULL
) STRICT;
CREATE TABLE address (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    card      INTEGER NOT NULL REFERENCES card (id),
    kind      TEXT    NOT NULL,
    region    TEXT    NOT NULL DEFAULT '',
    street    TEXT    NOT NULL DEFAULT '',
    post_code TEXT    NOT NULL DEFAULT '',
    zone      TEXT    NOT NULL DEFAULT '',
    route     INTEGER
, zone_key TEXT NOT NULL DEFAULT '', minutes INTEGER, from_day TEXT, to_day TEXT, access TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE contact (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uid         BLOB    NOT NULL,
    rev         INTEGER NOT NULL DEFAULT 1,
    card        INTEGER NOT NULL REFERENCES card (id),
    person      INTEGER,
    day         TEXT    NOT NULL,
    recorded_at INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    direction   TEXT    NOT NULL,
    outcomes    TEXT    NOT NULL DEFAULT '',
    note        TEXT    NOT NULL DEFAULT ''
) STRICT;
INSERT INTO contact VALUES(1,X'01a204c2cf4e74f7b9e90514b734824c',1,1,1,'2026-06-25',1795376205646,'phone','out','','needs 500 boxes');
CREATE TABLE promise (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    contact INTEGER NOT NULL,
    card    INTEGER NOT NULL REFERENCES card (id),
    owed_by TEXT    NOT NULL,
    text    TEXT    NOT NULL,
    due_on  TEXT
, settled_on TEXT, settled_as TEXT) STRICT;
INSERT INTO promise VALUES(1,1,1,'us','samples','2026-07-10',NULL,NULL);
CREATE TABLE assertion (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    card        INTEGER NOT NULL REFERENCES card (id),
    letter      TEXT    NOT NULL,
    answer      TEXT    NOT NULL,
    day         TEXT    NOT NULL,
    recorded_at INTEGER NOT NULL,
    person      INTEGER,
    strength    TEXT    NOT NULL,
    contact     INTEGER,
    note        TEXT    NOT NULL DEFAULT ''
) STRICT;
INSERT INTO assertion VALUES(1,1,'n','yes','2026-06-25',1795376205646,1,'said',1,'');
CREATE TABLE move (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    card          INTEGER NOT NULL REFERENCES card (id),
    from_position TEXT,
    to_position   TEXT    NOT NULL,
    day           TEXT    NOT NULL,
    recorded_at   INTEGER NOT NULL,
    reason        TEXT,
    note          TEXT    NOT NULL DEFAULT '',
    contact       INTEGER,
    amount        INTEGER,
    recoverable   TEXT    NOT NULL DEFAULT 'unknown'
, rival TEXT NOT NULL DEFAULT '', offer TEXT NOT NULL DEFAULT '', cost INTEGER, letters TEXT, class TEXT, policy TEXT, channel TEXT, introducer INTEGER, first_contact_on TEXT, contacts INTEGER, last_order_on TEXT, product TEXT NOT NULL DEFAULT '', contributing TEXT NOT NULL DEFAULT '', historic_value INTEGER, receivables INTEGER, second_life INTEGER) STRICT;
CREATE TABLE assessment (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uid         BLOB    NOT NULL,
    rev         INTEGER NOT NULL DEFAULT 1,
    card        INTEGER NOT NULL REFERENCES card (id),
    standard    TEXT    NOT NULL,
    day         TEXT    NOT NULL,
    recorded_at INTEGER NOT NULL,
    knock_out   TEXT
) STRICT;
CREATE TABLE score (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    assessment INTEGER NOT NULL,
    card       INTEGER NOT NULL REFERENCES card (id),
    factor     TEXT    NOT NULL,
    points     INTEGER CHECK (points BETWEEN 1 AND 5),
    note       TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE standing (
    card            INTEGER PRIMARY KEY REFERENCES card (id),
    from_day        TEXT    NOT NULL,
    until_day       TEXT    NOT NULL,
    policy          TEXT    NOT NULL,
    position        TEXT    NOT NULL,
    code            TEXT    NOT NULL,
    class           TEXT    NOT NULL,
    best            TEXT    NOT NULL,
    worst           TEXT    NOT NULL,
    best_rank       INTEGER NOT NULL,
    ask             TEXT,
    a_from_role     INTEGER NOT NULL DEFAULT 0,
    stale           TEXT    NOT NULL DEFAULT '',
    conflict        TEXT    NOT NULL DEFAULT '',
    main_person     TEXT    NOT NULL DEFAULT '',
    last_contact_on TEXT,
    due_on          TEXT,
    due_reason      TEXT,
    grade           TEXT
, thank_on TEXT, review_on TEXT, lapsed_on TEXT, person_key TEXT NOT NULL DEFAULT '', last_visit_on TEXT, visits INTEGER NOT NULL DEFAULT 0, worth INTEGER NOT NULL DEFAULT 20) STRICT;
INSERT INTO standing VALUES(1,'2026-09-24','9999-12-31','stop-none-only','potential','???','investigate','ideal','stop',0,'n',0,'n','','周立','2026-06-25','2026-07-03','appointment',NULL,NULL,NULL,NULL,'zhou周li立',NULL,0,90);
INSERT INTO standing VALUES(2,'2026-06-30','9999-12-31','stop-none-only','potential','???','investigate','ideal','stop',0,'n',0,'','','',NULL,'2026-07-03','never-contacted',NULL,NULL,NULL,NULL,'',NULL,0,90);
CREATE TABLE journal (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    device     TEXT    NOT NULL,
    session    TEXT    NOT NULL,
    source     TEXT    NOT NULL,
    act        TEXT    NOT NULL,
    subject    TEXT    NOT NULL,
    card       INTEGER,
    count      INTEGER NOT NULL DEFAULT 1,
    at         INTEGER NOT NULL,
    state      TEXT    NOT NULL DEFAULT 'done' CHECK (state IN ('open', 'done', 'undone')),
    undone_seq INTEGER,
    undone_by  TEXT
) STRICT;
INSERT INTO journal VALUES(1,'vm','01a204c2cefe73f19674d2d43ab853d0','command','add','海虹印刷',1,1,1795376205594,'done',NULL,NULL);
INSERT INTO journal VALUES(2,'vm','01a204c2cf2a775fb3dc916a5f91a10a','command','add','Ana Torres',2,1,1795376205612,'done',NULL,NULL);
INSERT INTO journal VALUES(3,'vm','01a204c2cf3a712c99c95889a9e97abc','command','edit','海虹印刷',1,1,1795376205628,'done',NULL,NULL);
INSERT INTO journal VALUES(4,'vm','01a204c2cf4976b2b6521b5204203e0b','command','log','海虹印刷',1,1,1795376205646,'done',NULL,NULL);
CREATE TABLE journal_value (
    journal      INTEGER NOT NULL REFERENCES journal (id),
    seq          INTEGER NOT NULL,
    record_kind  TEXT    NOT NULL,
    record       INTEGER NOT NULL,
    uid          BLOB,
    card         INTEGER,
    field        TEXT    NOT NULL,
    before_value ANY,
    after_value  ANY,
    PRIMARY KEY (journal, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO journal_value VALUES(1,0,'card',1,X'01a204c2cf1a7f0b98d5118d3cb1da58',1,'exists',NULL,1);
INSERT INTO journal_value VALUES(1,1,'card',1,X'01a204c2cf1a7f0b98d5118d3cb1da58',1,'uid',NULL,X'01a204c2cf1a7f0b98d5118d3cb1da58');
INSERT INTO journal_value VALUES(1,2,'card',1,X'01a204c2cf1a7f0b98d5118d3cb1da58',1,'state',NULL,0);
INSERT INTO journal_value VALUES(1,3,'card',1,X'01a204c2cf1a7f0b98d5118d3cb1da58',1,'code',NULL,'');
INSERT INTO journal_value VALUES(1,4,'card',1,X'01a204c2cf1a7f0b98d5118d3cb1da58',1,'name',NULL,'海虹印刷');
INSERT INTO journal_value VALUES(1,5,'card',1,X'01a204c2cf1a7f0b98d5118d3cb1da58',1,'short_name',NULL,'');
INSERT INTO journal_value VALUES(1,6,'card',1,X'01a204c2cf1a7f0b98d5118d3cb1da58',1,'company',NULL,'');
INSERT INTO journal_value VALUES(1,7,'card',1,X'01a204c2cf1a7f0b98d5118d3cb1da58',1,'party',NULL,'individual');
INSERT INTO journal_value VALUES(1,8,'card',1,X'01a204c2cf1a7f0b98d5118d3cb1da58',1,'started_in',NULL,'potential');
INSERT INTO journal_value VALUES(1,9,'card',1,X'01a204c2cf1a7f0b98d5118d3cb1da58',1,'position',NULL,'potential');
INSERT INTO journal_value VALUES(1,10,'card',1,X'01a204c2cf1a7f0b98d5118d3cb1da58',1,'next_note',NULL,'');
INSERT INTO journal_value VALUES(1,11,'card',1,X'01a204c2cf1a7f0b98d5118d3cb1da58',1,'added_on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(1,12,'card',1,X'01a204c2cf1a7f0b98d5118d3cb1da58',1,'created_at',NULL,1795376205594);
INSERT INTO journal_value VALUES(1,13,'card',1,X'01a204c2cf1a7f0b98d5118d3cb1da58',1,'updated_at',NULL,1795376205594);
INSERT INTO journal_value VALUES(1,14,'card',1,X'01a204c2cf1a7f0b98d5118d3cb1da58',1,'tags',NULL,'["vip"]');
INSERT INTO journal_value VALUES(1,15,'phone',1,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(1,16,'phone',1,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(1,17,'phone',1,NULL,1,'kind',NULL,'mobile');
INSERT INTO journal_value VALUES(1,18,'phone',1,NULL,1,'number',NULL,'13800000001');
INSERT INTO journal_value VALUES(1,19,'person',1,X'01a204c2cf1a788ca2a19232c647b5bf',1,'exists',NULL,1);
INSERT INTO journal_value VALUES(1,20,'person',1,X'01a204c2cf1a788ca2a19232c647b5bf',1,'uid',NULL,X'01a204c2cf1a788ca2a19232c647b5bf');
INSERT INTO journal_value VALUES(1,21,'person',1,X'01a204c2cf1a788ca2a19232c647b5bf',1,'card',NULL,1);
INSERT INTO journal_value VALUES(1,22,'person',1,X'01a204c2cf1a788ca2a19232c647b5bf',1,'name',NULL,'周立');
INSERT INTO journal_value VALUES(1,23,'person',1,X'01a204c2cf1a788ca2a19232c647b5bf',1,'title',NULL,'');
INSERT INTO journal_value VALUES(1,24,'person',1,X'01a204c2cf1a788ca2a19232c647b5bf',1,'roles',NULL,'decider');
INSERT INTO journal_value VALUES(2,0,'card',2,X'01a204c2cf2c796ea0c3297656de439d',2,'exists',NULL,1);
INSERT INTO journal_value VALUES(2,1,'card',2,X'01a204c2cf2c796ea0c3297656de439d',2,'uid',NULL,X'01a204c2cf2c796ea0c3297656de439d');
INSERT INTO journal_value VALUES(2,2,'card',2,X'01a204c2cf2c796ea0c3297656de439d',2,'state',NULL,0);
INSERT INTO journal_value VALUES(2,3,'card',2,X'01a204c2cf2c796ea0c3297656de439d',2,'code',NULL,'');
INSERT INTO journal_value VALUES(2,4,'card',2,X'01a204c2cf2c796ea0c3297656de439d',2,'name',NULL,'Ana Torres');
INSERT INTO journal_value VALUES(2,5,'card',2,X'01a204c2cf2c796ea0c3297656de439d',2,'short_name',NULL,'');
INSERT INTO journal_value VALUES(2,6,'card',2,X'01a204c2cf2c796ea0c3297656de439d',2,'company',NULL,'Northwind');
INSERT INTO journal_value VALUES(2,7,'card',2,X'01a204c2cf2c796ea0c3297656de439d',2,'party',NULL,'individual');
INSERT INTO journal_value VALUES(2,8,'card',2,X'01a204c2cf2c796ea0c3297656de439d',2,'started_in',NULL,'potential');
INSERT INTO journal_value VALUES(2,9,'card',2,X'01a204c2cf2c796ea0c3297656de439d',2,'position',NULL,'potential');
INSERT INTO journal_value VALUES(2,10,'card',2,X'01a204c2cf2c796ea0c3297656de439d',2,'next_note',NULL,'');
INSERT INTO journal_value VALUES(2,11,'card',2,X'01a204c2cf2c796ea0c3297656de439d',2,'added_on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(2,12,'card',2,X'01a204c2cf2c796ea0c3297656de439d',2,'created_at',NULL,1795376205612);
INSERT INTO journal_value VALUES(2,13,'card',2,X'01a204c2cf2c796ea0c3297656de439d',2,'updated_at',NULL,1795376205612);
INSERT INTO journal_value VALUES(3,0,'card',1,X'01a204c2cf1a7f0b98d5118d3cb1da58',1,'next_on',NULL,'2026-07-03');
INSERT INTO journal_value VALUES(3,1,'card',1,X'01a204c2cf1a7f0b98d5118d3cb1da58',1,'next_kind',NULL,'visit');
INSERT INTO journal_value VALUES(3,2,'card',1,X'01a204c2cf1a7f0b98d5118d3cb1da58',1,'next_note','','samples');
INSERT INTO journal_value VALUES(3,3,'card',1,X'01a204c2cf1a7f0b98d5118d3cb1da58',1,'next_set_on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(4,0,'contact',1,X'01a204c2cf4e74f7b9e90514b734824c',1,'exists',NULL,1);
INSERT INTO journal_value VALUES(4,1,'contact',1,X'01a204c2cf4e74f7b9e90514b734824c',1,'uid',NULL,X'01a204c2cf4e74f7b9e90514b734824c');
INSERT INTO journal_value VALUES(4,2,'contact',1,X'01a204c2cf4e74f7b9e90514b734824c',1,'card',NULL,1);
INSERT INTO journal_value VALUES(4,3,'contact',1,X'01a204c2cf4e74f7b9e90514b734824c',1,'person',NULL,1);
INSERT INTO journal_value VALUES(4,4,'contact',1,X'01a204c2cf4e74f7b9e90514b734824c',1,'on',NULL,'2026-06-25');
INSERT INTO journal_value VALUES(4,5,'contact',1,X'01a204c2cf4e74f7b9e90514b734824c',1,'recorded_at',NULL,1795376205646);
INSERT INTO journal_value VALUES(4,6,'contact',1,X'01a204c2cf4e74f7b9e90514b734824c',1,'kind',NULL,'phone');
INSERT INTO journal_value VALUES(4,7,'contact',1,X'01a204c2cf4e74f7b9e90514b734824c',1,'direction',NULL,'out');
INSERT INTO journal_value VALUES(4,8,'contact',1,X'01a204c2cf4e74f7b9e90514b734824c',1,'outcomes',NULL,'');
INSERT INTO journal_value VALUES(4,9,'contact',1,X'01a204c2cf4e74f7b9e90514b734824c',1,'note',NULL,'needs 500 boxes');
INSERT INTO journal_value VALUES(4,10,'promise',1,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(4,11,'promise',1,NULL,1,'contact',NULL,1);
INSERT INTO journal_value VALUES(4,12,'promise',1,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(4,13,'promise',1,NULL,1,'by',NULL,'us');
INSERT INTO journal_value VALUES(4,14,'promise',1,NULL,1,'text',NULL,'samples');
INSERT INTO journal_value VALUES(4,15,'promise',1,NULL,1,'due_on',NULL,'2026-07-10');
INSERT INTO journal_value VALUES(4,16,'assertion',1,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(4,17,'assertion',1,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(4,18,'assertion',1,NULL,1,'letter',NULL,'n');
INSERT INTO journal_value VALUES(4,19,'assertion',1,NULL,1,'answer',NULL,'yes');
INSERT INTO journal_value VALUES(4,20,'assertion',1,NULL,1,'on',NULL,'2026-06-25');
INSERT INTO journal_value VALUES(4,21,'assertion',1,NULL,1,'recorded_at',NULL,1795376205646);
INSERT INTO journal_value VALUES(4,22,'assertion',1,NULL,1,'person',NULL,1);
INSERT INTO journal_value VALUES(4,23,'assertion',1,NULL,1,'strength',NULL,'said');
INSERT INTO journal_value VALUES(4,24,'assertion',1,NULL,1,'contact',NULL,1);
INSERT INTO journal_value VALUES(4,25,'assertion',1,NULL,1,'note',NULL,'');
CREATE TABLE fingerprint (
    batch   INTEGER NOT NULL,
    entries BLOB    NOT NULL
) STRICT;
CREATE TABLE missing_index (
    name TEXT PRIMARY KEY,
    sql  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE draft (
    session    TEXT    NOT NULL,
    form       TEXT    NOT NULL,
    card       INTEGER NOT NULL,
    text       TEXT    NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (session, form, card)
) STRICT, WITHOUT ROWID;
CREATE TABLE lending (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    day     TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    whom    TEXT    NOT NULL,
    purpose TEXT    NOT NULL,
    query   TEXT    NOT NULL,
    format  TEXT    NOT NULL,
    count   INTEGER NOT NULL
) STRICT;
CREATE TABLE posting (
    key   INTEGER PRIMARY KEY,
    cards BLOB NOT NULL
) STRICT;
CREATE TABLE indexed (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    through INTEGER NOT NULL,
    claimed INTEGER NOT NULL,
    turn    INTEGER NOT NULL
) STRICT;
INSERT INTO "indexed" VALUES(1,0,0,2);
CREATE TABLE detail (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    uid       BLOB    NOT NULL,
    rev       INTEGER NOT NULL DEFAULT 1,
    card      INTEGER NOT NULL REFERENCES card (id),
    person    INTEGER,
    group_key TEXT    NOT NULL
) STRICT;
CREATE TABLE detail_value (
    card      INTEGER NOT NULL REFERENCES card (id),
    detail    INTEGER NOT NULL,
    group_key TEXT    NOT NULL,
    field     TEXT    NOT NULL,
    seq       INTEGER NOT NULL,
    text      TEXT    NOT NULL,
    number    INTEGER,
    day       TEXT,
    PRIMARY KEY (card, detail, field, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE list_view (
    view    TEXT PRIMARY KEY,
    columns TEXT    NOT NULL,
    sort    TEXT,
    reverse INTEGER NOT NULL CHECK (reverse IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE saved_filter (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    name     TEXT NOT NULL CHECK (name <> ''),
    name_key TEXT NOT NULL UNIQUE,
    query    TEXT NOT NULL
) STRICT;
CREATE TABLE standing_bounds (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    newest TEXT NOT NULL,
    policy TEXT
) STRICT;
INSERT INTO standing_bounds VALUES(1,'2026-09-24','stop-none-only');
CREATE TABLE planned_visit (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    card     INTEGER NOT NULL REFERENCES card (id),
    day      TEXT    NOT NULL,
    at       TEXT    NOT NULL,
    kind     TEXT    NOT NULL,
    moved_to TEXT,
    dropped  TEXT
) STRICT;
CREATE TABLE search (
    block INTEGER PRIMARY KEY,
    texts BLOB NOT NULL
) STRICT;
INSERT INTO search VALUES(0,X'e5000000f00d06000000bd0000001c0000000aee80a0e6b5b7e899b9e58db0e588b71000f30268616920686f6e672079696e207368756115000014003579696e1200826879730a313338300100e1310aee8088ee8086ee8081ee80830c001f80030001b0810aee80a2e591a8e7ab8b0a00747a686f75206c690b00030a00f50a6c0a73616d706c65730a6e656564732035303020626f7865731800407669700a9800f009616e6120746f727265730aee80a16e6f72746877696e640a');
CREATE TABLE unindexed (
    block   INTEGER PRIMARY KEY,
    changed INTEGER NOT NULL,
    texts   BLOB    NOT NULL,
    aimed   INTEGER NOT NULL DEFAULT 0,
    target  BLOB
) STRICT;
CREATE TABLE journal_alike (
    id           INTEGER PRIMARY KEY,
    journal      INTEGER NOT NULL REFERENCES journal (id),
    seq          INTEGER NOT NULL,
    block        INTEGER NOT NULL,
    cards        TEXT    NOT NULL,
    uids         BLOB    NOT NULL,
    field        TEXT    NOT NULL,
    before_value ANY,
    after_value  ANY
) STRICT;
CREATE TABLE posting_beside (
    key   INTEGER NOT NULL,
    rest  INTEGER NOT NULL,
    cards BLOB    NOT NULL,
    PRIMARY KEY (key, rest)
) STRICT, WITHOUT ROWID;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('card',2);
INSERT INTO sqlite_sequence VALUES('phone',1);
INSERT INTO sqlite_sequence VALUES('person',1);
INSERT INTO sqlite_sequence VALUES('journal',4);
INSERT INTO sqlite_sequence VALUES('contact',1);
INSERT INTO sqlite_sequence VALUES('promise',1);
INSERT INTO sqlite_sequence VALUES('assertion',1);
CREATE INDEX batch_open ON batch (state) WHERE state = 'open';
CREATE UNIQUE INDEX card_code ON card (code) WHERE code <> '' AND state < 2;
CREATE INDEX card_by_name ON card (state, sort_key, id);
CREATE INDEX person_by_card ON person (card);
CREATE INDEX phone_by_card ON phone (card);
CREATE INDEX phone_by_normal ON phone (normal);
CREATE INDEX email_by_card ON email (card);
CREATE INDEX email_by_normal ON email (normal);
CREATE INDEX address_by_card ON address (card);
CREATE INDEX contact_by_card ON contact (card, day);
CREATE INDEX promise_by_card ON promise (card);
CREATE INDEX assertion_by_card ON assertion (card);
CREATE INDEX move_by_card ON move (card);
CREATE INDEX assessment_by_card ON assessment (card);
CREATE INDEX score_by_card ON score (card);
CREATE INDEX standing_by_until ON standing (until_day) WHERE until_day < '9999-12-31';
CREATE INDEX journal_by_undone ON journal (undone_seq) WHERE undone_seq IS NOT NULL;
CREATE INDEX journal_by_card ON journal (card);
CREATE INDEX journal_value_by_record ON journal_value (record_kind, record, field);
CREATE INDEX journal_value_by_card ON journal_value (card, journal) WHERE card IS NOT NULL;
CREATE INDEX promise_by_due ON promise (due_on) WHERE due_on IS NOT NULL AND settled_on IS NULL;
CREATE INDEX promise_by_settling ON promise (settled_on) WHERE settled_on IS NOT NULL;
CREATE INDEX standing_by_thanks ON standing (thank_on) WHERE thank_on IS NOT NULL;
CREATE INDEX value_by_introducer ON value (text) WHERE field = 'introducer';
CREATE INDEX value_by_day ON value (field, text)
    WHERE text GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]';
CREATE INDEX card_not_listed ON card (state) WHERE state <> 0;
CREATE INDEX detail_by_card ON detail (card);
CREATE INDEX detail_by_group ON detail (group_key, card);
CREATE INDEX card_by_code_key ON card (code_key) WHERE code_key <> '';
CREATE INDEX card_by_short_key ON card (short_key) WHERE short_key <> '';
CREATE INDEX card_by_company_key ON card (company_key) WHERE company_key <> '';
CREATE INDEX card_by_next ON card (next_on) WHERE next_on IS NOT NULL;
CREATE INDEX card_by_updated ON card (updated_at);
CREATE INDEX card_by_party ON card (party) WHERE party <> 'individual';
CREATE INDEX card_by_kind ON card (kind) WHERE kind <> '';
CREATE INDEX standing_by_person_key ON standing (person_key) WHERE person_key <> '';
CREATE INDEX standing_by_last ON standing (last_contact_on) WHERE last_contact_on IS NOT NULL;
CREATE INDEX standing_by_grade ON standing (grade) WHERE grade IS NOT NULL;
CREATE INDEX standing_by_class ON standing (class) WHERE class <> 'investigate';
CREATE INDEX standing_by_best ON standing (best) WHERE best <> 'ideal';
CREATE INDEX standing_by_position ON standing (position) WHERE position <> 'drift';
CREATE INDEX value_by_sort_key ON value (field, sort_key, card) WHERE seq = 0 AND sort_key <> '';
CREATE INDEX value_by_day_of_year ON value (field, substr(text, -5))
    WHERE text GLOB '*-[0-9][0-9]-[0-9][0-9]';
CREATE INDEX detail_by_day ON detail_value (group_key, field, substr(text || '-01-01', 1, 10))
    WHERE text GLOB '[0-9][0-9][0-9][0-9]*';
CREATE INDEX detail_by_day_of_year ON detail_value (group_key, field, substr(text, -5))
    WHERE text GLOB '*-[0-9][0-9]-[0-9][0-9]';
CREATE INDEX address_by_zone_key
    ON address (zone_key || char(1) || printf('%09d', coalesce(route, 999999999)), card) WHERE zone_key <> '';
CREATE INDEX planned_visit_by_card ON planned_visit (card);
CREATE INDEX planned_visit_by_day ON planned_visit (day, at);
CREATE INDEX journal_alike_by_journal ON journal_alike (journal);
CREATE INDEX journal_alike_by_block ON journal_alike (block, journal);
CREATE VIEW journal_alike_value AS
SELECT alike.journal, alike.seq + one.key AS seq, 'card' AS record_kind, one.value AS record,
       substr(alike.uids, 1 + 16 * one.key, 16) AS uid, one.value AS card, alike.field, alike.before_value,
       alike.after_value, alike.block
FROM journal_alike AS alike CROSS JOIN json_each(alike.cards) AS one;
CREATE INDEX standing_by_best_and_code ON standing (best, code) WHERE code <> '???';
CREATE INDEX standing_by_worst ON standing (worst) WHERE worst <> 'stop';
CREATE INDEX standing_by_ask ON standing (ask) WHERE ask <> 'n';
CREATE INDEX standing_by_last_visit ON standing (last_visit_on) WHERE last_visit_on IS NOT NULL;
CREATE INDEX standing_by_visits ON standing (visits) WHERE visits > 0;
CREATE INDEX address_by_region ON address (region, card) WHERE region <> '';
CREATE INDEX address_by_route ON address (route, card) WHERE route IS NOT NULL;
CREATE INDEX address_by_minutes ON address (minutes, card) WHERE minutes IS NOT NULL;
CREATE INDEX detail_by_text ON detail_value (group_key, field, substr(text, 1, 40), card) WHERE seq = 0;
CREATE INDEX value_by_text ON value (field, substr(text, 1, 40), card) WHERE seq = 0 AND sort_key = '' AND field <> 'note';
CREATE INDEX standing_by_due ON standing (due_on, due_reason, position, worth) WHERE due_on IS NOT NULL;
CREATE INDEX standing_by_appointment ON standing (worth, due_on) WHERE due_reason = 'appointment';
CREATE INDEX standing_by_follow_up ON standing (worth, due_on) WHERE due_reason <> 'appointment';
CREATE INDEX standing_by_review ON standing (worth, review_on) WHERE review_on IS NOT NULL;
CREATE INDEX standing_by_lapse ON standing (worth, lapsed_on) WHERE lapsed_on IS NOT NULL;
COMMIT;
