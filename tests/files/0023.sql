PRAGMA application_id = 1178825316;
PRAGMA user_version = 23;
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
, code_key TEXT NOT NULL DEFAULT '', short_key TEXT NOT NULL DEFAULT '', company_key TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO card VALUES(1,X'01a20420397777eba5b86d4ad7f9f7e0',5,0,NULL,'','海虹印刷','','','organisation',NULL,'potential','lost','hai海hong虹yin印shua刷',NULL,NULL,'','2026-06-30',1795365550455,1795365566010,'','','');
INSERT INTO card VALUES(2,X'01a2042039827f50a9c3487cf4ec3c36',2,0,NULL,'','Ana Torres','','Northwind','individual',NULL,'potential','potential','ana torres',NULL,NULL,'','2026-06-30',1795365550466,1795365566019,'','','northwind');
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
INSERT INTO value VALUES(2,'tags',0,'vip',NULL,NULL,'vip');
INSERT INTO value VALUES(2,'tier',0,'key',NULL,NULL,'key');
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
INSERT INTO person VALUES(1,X'01a20420397779f2a6d56a48d6b8581e',1,1,'周立','','decider',NULL,NULL);
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
INSERT INTO contact VALUES(1,X'01a20420398e7bf19b18e324067a0f8f',1,1,NULL,'2026-06-30',1795365550478,'visit','out','','showed the new range');
INSERT INTO contact VALUES(2,X'01a20420399e711b8488a0fdc96985ed',1,1,NULL,'2026-06-30',1795365550494,'other','out','order','12 presses');
CREATE TABLE promise (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    contact INTEGER NOT NULL,
    card    INTEGER NOT NULL REFERENCES card (id),
    owed_by TEXT    NOT NULL,
    text    TEXT    NOT NULL,
    due_on  TEXT
, settled_on TEXT, settled_as TEXT) STRICT;
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
INSERT INTO assertion VALUES(1,1,'n','yes','2026-06-30',1795365550478,NULL,'said',1,'');
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
INSERT INTO move VALUES(1,1,'potential','actual','2026-06-30',1795365565984,NULL,'12 presses',2,120000,'unknown','','',NULL,'??N','investigate','stop-none-only',NULL,NULL,'2026-06-30',2,'2026-06-30','presses','',NULL,NULL,NULL);
INSERT INTO move VALUES(2,1,'actual','lost','2026-06-30',1795365566010,'price','too dear',NULL,NULL,'yes','Old Press','',NULL,'??N','investigate','stop-none-only',NULL,NULL,'2026-06-30',2,'2026-06-30','presses','quality staff',540000,30000,900000);
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
, thank_on TEXT, review_on TEXT, lapsed_on TEXT, person_key TEXT NOT NULL DEFAULT '', last_visit_on TEXT, visits INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO standing VALUES(1,'2026-09-29','2026-12-28','stop-none-only','lost','???','investigate','ideal','stop',0,'n',0,'n','','周立','2026-06-30','2026-09-28','win-back',NULL,NULL,NULL,NULL,'zhou周li立','2026-06-30',1);
INSERT INTO standing VALUES(2,'2026-06-30','9999-12-31','stop-none-only','potential','???','investigate','ideal','stop',0,'n',0,'','','',NULL,'2026-07-03','never-contacted',NULL,NULL,NULL,NULL,'',NULL,0);
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
INSERT INTO journal VALUES(1,'','01a20420396073338abf8f470275f241','command','add','海虹印刷',1,1,1795365550455,'done',NULL,NULL);
INSERT INTO journal VALUES(2,'','01a2042039807580912443ca44d82c68','command','add','Ana Torres',2,1,1795365550466,'done',NULL,NULL);
INSERT INTO journal VALUES(3,'','01a20420398c77d286fd86435ad5f8df','command','log','海虹印刷',1,1,1795365550478,'done',NULL,NULL);
INSERT INTO journal VALUES(4,'','01a204203998735587eb190d547bb474','command','log','海虹印刷',1,1,1795365550494,'done',NULL,NULL);
INSERT INTO journal VALUES(5,'','01a20420761e727e956f990eb9dcd531','command','move','海虹印刷',1,1,1795365565984,'done',NULL,NULL);
INSERT INTO journal VALUES(6,'','01a204207636775db5826ffe7eea22b7','command','move','海虹印刷',1,1,1795365566010,'done',NULL,NULL);
INSERT INTO journal VALUES(7,'','01a20420764072f18326c11e236eeeb6','command','edit','Ana Torres',2,1,1795365566019,'done',NULL,NULL);
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
INSERT INTO journal_value VALUES(1,0,'card',1,X'01a20420397777eba5b86d4ad7f9f7e0',1,'exists',NULL,1);
INSERT INTO journal_value VALUES(1,1,'card',1,X'01a20420397777eba5b86d4ad7f9f7e0',1,'uid',NULL,X'01a20420397777eba5b86d4ad7f9f7e0');
INSERT INTO journal_value VALUES(1,2,'card',1,X'01a20420397777eba5b86d4ad7f9f7e0',1,'state',NULL,0);
INSERT INTO journal_value VALUES(1,3,'card',1,X'01a20420397777eba5b86d4ad7f9f7e0',1,'code',NULL,'');
INSERT INTO journal_value VALUES(1,4,'card',1,X'01a20420397777eba5b86d4ad7f9f7e0',1,'name',NULL,'海虹印刷');
INSERT INTO journal_value VALUES(1,5,'card',1,X'01a20420397777eba5b86d4ad7f9f7e0',1,'short_name',NULL,'');
INSERT INTO journal_value VALUES(1,6,'card',1,X'01a20420397777eba5b86d4ad7f9f7e0',1,'company',NULL,'');
INSERT INTO journal_value VALUES(1,7,'card',1,X'01a20420397777eba5b86d4ad7f9f7e0',1,'party',NULL,'organisation');
INSERT INTO journal_value VALUES(1,8,'card',1,X'01a20420397777eba5b86d4ad7f9f7e0',1,'started_in',NULL,'potential');
INSERT INTO journal_value VALUES(1,9,'card',1,X'01a20420397777eba5b86d4ad7f9f7e0',1,'position',NULL,'potential');
INSERT INTO journal_value VALUES(1,10,'card',1,X'01a20420397777eba5b86d4ad7f9f7e0',1,'next_note',NULL,'');
INSERT INTO journal_value VALUES(1,11,'card',1,X'01a20420397777eba5b86d4ad7f9f7e0',1,'added_on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(1,12,'card',1,X'01a20420397777eba5b86d4ad7f9f7e0',1,'created_at',NULL,1795365550455);
INSERT INTO journal_value VALUES(1,13,'card',1,X'01a20420397777eba5b86d4ad7f9f7e0',1,'updated_at',NULL,1795365550455);
INSERT INTO journal_value VALUES(1,14,'phone',1,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(1,15,'phone',1,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(1,16,'phone',1,NULL,1,'kind',NULL,'mobile');
INSERT INTO journal_value VALUES(1,17,'phone',1,NULL,1,'number',NULL,'13800000001');
INSERT INTO journal_value VALUES(1,18,'person',1,X'01a20420397779f2a6d56a48d6b8581e',1,'exists',NULL,1);
INSERT INTO journal_value VALUES(1,19,'person',1,X'01a20420397779f2a6d56a48d6b8581e',1,'uid',NULL,X'01a20420397779f2a6d56a48d6b8581e');
INSERT INTO journal_value VALUES(1,20,'person',1,X'01a20420397779f2a6d56a48d6b8581e',1,'card',NULL,1);
INSERT INTO journal_value VALUES(1,21,'person',1,X'01a20420397779f2a6d56a48d6b8581e',1,'name',NULL,'周立');
INSERT INTO journal_value VALUES(1,22,'person',1,X'01a20420397779f2a6d56a48d6b8581e',1,'title',NULL,'');
INSERT INTO journal_value VALUES(1,23,'person',1,X'01a20420397779f2a6d56a48d6b8581e',1,'roles',NULL,'decider');
INSERT INTO journal_value VALUES(2,0,'card',2,X'01a2042039827f50a9c3487cf4ec3c36',2,'exists',NULL,1);
INSERT INTO journal_value VALUES(2,1,'card',2,X'01a2042039827f50a9c3487cf4ec3c36',2,'uid',NULL,X'01a2042039827f50a9c3487cf4ec3c36');
INSERT INTO journal_value VALUES(2,2,'card',2,X'01a2042039827f50a9c3487cf4ec3c36',2,'state',NULL,0);
INSERT INTO journal_value VALUES(2,3,'card',2,X'01a2042039827f50a9c3487cf4ec3c36',2,'code',NULL,'');
INSERT INTO journal_value VALUES(2,4,'card',2,X'01a2042039827f50a9c3487cf4ec3c36',2,'name',NULL,'Ana Torres');
INSERT INTO journal_value VALUES(2,5,'card',2,X'01a2042039827f50a9c3487cf4ec3c36',2,'short_name',NULL,'');
INSERT INTO journal_value VALUES(2,6,'card',2,X'01a2042039827f50a9c3487cf4ec3c36',2,'company',NULL,'Northwind');
INSERT INTO journal_value VALUES(2,7,'card',2,X'01a2042039827f50a9c3487cf4ec3c36',2,'party',NULL,'individual');
INSERT INTO journal_value VALUES(2,8,'card',2,X'01a2042039827f50a9c3487cf4ec3c36',2,'started_in',NULL,'potential');
INSERT INTO journal_value VALUES(2,9,'card',2,X'01a2042039827f50a9c3487cf4ec3c36',2,'position',NULL,'potential');
INSERT INTO journal_value VALUES(2,10,'card',2,X'01a2042039827f50a9c3487cf4ec3c36',2,'next_note',NULL,'');
INSERT INTO journal_value VALUES(2,11,'card',2,X'01a2042039827f50a9c3487cf4ec3c36',2,'added_on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(2,12,'card',2,X'01a2042039827f50a9c3487cf4ec3c36',2,'created_at',NULL,1795365550466);
INSERT INTO journal_value VALUES(2,13,'card',2,X'01a2042039827f50a9c3487cf4ec3c36',2,'updated_at',NULL,1795365550466);
INSERT INTO journal_value VALUES(2,14,'card',2,X'01a2042039827f50a9c3487cf4ec3c36',2,'tier',NULL,'["key"]');
INSERT INTO journal_value VALUES(3,0,'contact',1,X'01a20420398e7bf19b18e324067a0f8f',1,'exists',NULL,1);
INSERT INTO journal_value VALUES(3,1,'contact',1,X'01a20420398e7bf19b18e324067a0f8f',1,'uid',NULL,X'01a20420398e7bf19b18e324067a0f8f');
INSERT INTO journal_value VALUES(3,2,'contact',1,X'01a20420398e7bf19b18e324067a0f8f',1,'card',NULL,1);
INSERT INTO journal_value VALUES(3,3,'contact',1,X'01a20420398e7bf19b18e324067a0f8f',1,'on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(3,4,'contact',1,X'01a20420398e7bf19b18e324067a0f8f',1,'recorded_at',NULL,1795365550478);
INSERT INTO journal_value VALUES(3,5,'contact',1,X'01a20420398e7bf19b18e324067a0f8f',1,'kind',NULL,'visit');
INSERT INTO journal_value VALUES(3,6,'contact',1,X'01a20420398e7bf19b18e324067a0f8f',1,'direction',NULL,'out');
INSERT INTO journal_value VALUES(3,7,'contact',1,X'01a20420398e7bf19b18e324067a0f8f',1,'outcomes',NULL,'');
INSERT INTO journal_value VALUES(3,8,'contact',1,X'01a20420398e7bf19b18e324067a0f8f',1,'note',NULL,'showed the new range');
INSERT INTO journal_value VALUES(3,9,'assertion',1,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(3,10,'assertion',1,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(3,11,'assertion',1,NULL,1,'letter',NULL,'n');
INSERT INTO journal_value VALUES(3,12,'assertion',1,NULL,1,'answer',NULL,'yes');
INSERT INTO journal_value VALUES(3,13,'assertion',1,NULL,1,'on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(3,14,'assertion',1,NULL,1,'recorded_at',NULL,1795365550478);
INSERT INTO journal_value VALUES(3,15,'assertion',1,NULL,1,'strength',NULL,'said');
INSERT INTO journal_value VALUES(3,16,'assertion',1,NULL,1,'contact',NULL,1);
INSERT INTO journal_value VALUES(3,17,'assertion',1,NULL,1,'note',NULL,'');
INSERT INTO journal_value VALUES(3,18,'card',1,X'01a20420397777eba5b86d4ad7f9f7e0',1,'next_on',NULL,'2026-07-03');
INSERT INTO journal_value VALUES(3,19,'card',1,X'01a20420397777eba5b86d4ad7f9f7e0',1,'next_kind',NULL,'phone');
INSERT INTO journal_value VALUES(4,0,'contact',2,X'01a20420399e711b8488a0fdc96985ed',1,'exists',NULL,1);
INSERT INTO journal_value VALUES(4,1,'contact',2,X'01a20420399e711b8488a0fdc96985ed',1,'uid',NULL,X'01a20420399e711b8488a0fdc96985ed');
INSERT INTO journal_value VALUES(4,2,'contact',2,X'01a20420399e711b8488a0fdc96985ed',1,'card',NULL,1);
INSERT INTO journal_value VALUES(4,3,'contact',2,X'01a20420399e711b8488a0fdc96985ed',1,'on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(4,4,'contact',2,X'01a20420399e711b8488a0fdc96985ed',1,'recorded_at',NULL,1795365550494);
INSERT INTO journal_value VALUES(4,5,'contact',2,X'01a20420399e711b8488a0fdc96985ed',1,'kind',NULL,'other');
INSERT INTO journal_value VALUES(4,6,'contact',2,X'01a20420399e711b8488a0fdc96985ed',1,'direction',NULL,'out');
INSERT INTO journal_value VALUES(4,7,'contact',2,X'01a20420399e711b8488a0fdc96985ed',1,'outcomes',NULL,'order');
INSERT INTO journal_value VALUES(4,8,'contact',2,X'01a20420399e711b8488a0fdc96985ed',1,'note',NULL,'12 presses');
INSERT INTO journal_value VALUES(4,9,'card',1,X'01a20420397777eba5b86d4ad7f9f7e0',1,'next_on','2026-07-03',NULL);
INSERT INTO journal_value VALUES(4,10,'card',1,X'01a20420397777eba5b86d4ad7f9f7e0',1,'next_kind','phone',NULL);
INSERT INTO journal_value VALUES(5,0,'move',1,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(5,1,'move',1,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(5,2,'move',1,NULL,1,'from',NULL,'potential');
INSERT INTO journal_value VALUES(5,3,'move',1,NULL,1,'to',NULL,'actual');
INSERT INTO journal_value VALUES(5,4,'move',1,NULL,1,'on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(5,5,'move',1,NULL,1,'recorded_at',NULL,1795365565984);
INSERT INTO journal_value VALUES(5,6,'move',1,NULL,1,'note',NULL,'12 presses');
INSERT INTO journal_value VALUES(5,7,'move',1,NULL,1,'contact',NULL,2);
INSERT INTO journal_value VALUES(5,8,'move',1,NULL,1,'amount',NULL,120000);
INSERT INTO journal_value VALUES(5,9,'move',1,NULL,1,'product',NULL,'presses');
INSERT INTO journal_value VALUES(5,10,'move',1,NULL,1,'contributing',NULL,'');
INSERT INTO journal_value VALUES(5,11,'move',1,NULL,1,'recoverable',NULL,'unknown');
INSERT INTO journal_value VALUES(5,12,'move',1,NULL,1,'rival',NULL,'');
INSERT INTO journal_value VALUES(5,13,'move',1,NULL,1,'offer',NULL,'');
INSERT INTO journal_value VALUES(5,14,'move',1,NULL,1,'letters',NULL,'??N');
INSERT INTO journal_value VALUES(5,15,'move',1,NULL,1,'class',NULL,'investigate');
INSERT INTO journal_value VALUES(5,16,'move',1,NULL,1,'policy',NULL,'stop-none-only');
INSERT INTO journal_value VALUES(5,17,'move',1,NULL,1,'first_contact_on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(5,18,'move',1,NULL,1,'contacts',NULL,2);
INSERT INTO journal_value VALUES(5,19,'move',1,NULL,1,'last_order_on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(5,20,'card',1,X'01a20420397777eba5b86d4ad7f9f7e0',1,'position','potential','actual');
INSERT INTO journal_value VALUES(6,0,'move',2,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(6,1,'move',2,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(6,2,'move',2,NULL,1,'from',NULL,'actual');
INSERT INTO journal_value VALUES(6,3,'move',2,NULL,1,'to',NULL,'lost');
INSERT INTO journal_value VALUES(6,4,'move',2,NULL,1,'on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(6,5,'move',2,NULL,1,'recorded_at',NULL,1795365566010);
INSERT INTO journal_value VALUES(6,6,'move',2,NULL,1,'reason',NULL,'price');
INSERT INTO journal_value VALUES(6,7,'move',2,NULL,1,'note',NULL,'too dear');
INSERT INTO journal_value VALUES(6,8,'move',2,NULL,1,'product',NULL,'presses');
INSERT INTO journal_value VALUES(6,9,'move',2,NULL,1,'contributing',NULL,'quality staff');
INSERT INTO journal_value VALUES(6,10,'move',2,NULL,1,'historic_value',NULL,540000);
INSERT INTO journal_value VALUES(6,11,'move',2,NULL,1,'receivables',NULL,30000);
INSERT INTO journal_value VALUES(6,12,'move',2,NULL,1,'second_life',NULL,900000);
INSERT INTO journal_value VALUES(6,13,'move',2,NULL,1,'recoverable',NULL,'yes');
INSERT INTO journal_value VALUES(6,14,'move',2,NULL,1,'rival',NULL,'Old Press');
INSERT INTO journal_value VALUES(6,15,'move',2,NULL,1,'offer',NULL,'');
INSERT INTO journal_value VALUES(6,16,'move',2,NULL,1,'letters',NULL,'??N');
INSERT INTO journal_value VALUES(6,17,'move',2,NULL,1,'class',NULL,'investigate');
INSERT INTO journal_value VALUES(6,18,'move',2,NULL,1,'policy',NULL,'stop-none-only');
INSERT INTO journal_value VALUES(6,19,'move',2,NULL,1,'first_contact_on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(6,20,'move',2,NULL,1,'contacts',NULL,2);
INSERT INTO journal_value VALUES(6,21,'move',2,NULL,1,'last_order_on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(6,22,'card',1,X'01a20420397777eba5b86d4ad7f9f7e0',1,'position','actual','lost');
INSERT INTO journal_value VALUES(7,0,'card',2,X'01a2042039827f50a9c3487cf4ec3c36',2,'tags',NULL,'["vip"]');
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
INSERT INTO standing_bounds VALUES(1,'2026-09-29','stop-none-only');
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
INSERT INTO search VALUES(0,X'e5000000f00d06000000b9000000200000000aee80a0e6b5b7e899b9e58db0e588b71000f30268616920686f6e672079696e207368756115000014003579696e1200826879730a313338300100e1310aee8088ee8086ee8081ee80830c001f80030001b0810aee80a2e591a8e7ab8b0a00747a686f75206c690b00030a00f0136c0a313220707265737365730a73686f77656420746865206e65772072616e67650a9400f00d616e6120746f727265730aee80a16e6f72746877696e640a7669700a');
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
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('card',2);
INSERT INTO sqlite_sequence VALUES('phone',1);
INSERT INTO sqlite_sequence VALUES('person',1);
INSERT INTO sqlite_sequence VALUES('journal',7);
INSERT INTO sqlite_sequence VALUES('contact',2);
INSERT INTO sqlite_sequence VALUES('assertion',1);
INSERT INTO sqlite_sequence VALUES('move',2);
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
CREATE INDEX standing_by_due ON standing (due_on, due_reason, position, best_rank) WHERE due_on IS NOT NULL;
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
CREATE INDEX standing_by_review ON standing (review_on, position, best_rank) WHERE review_on IS NOT NULL;
CREATE INDEX standing_by_lapse ON standing (lapsed_on, position, best_rank) WHERE lapsed_on IS NOT NULL;
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
COMMIT;
