PRAGMA application_id = 1178825316;
PRAGMA user_version = 12;
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
INSERT INTO card VALUES(1,X'01a20226cc4876bba875d8beaf98bed3',5,0,NULL,'HH-001','海虹印刷','','','organisation',NULL,'potential','target','hai海hong虹yin印shua刷','2026-07-01','visit','','2026-06-30',1795332426824,1795332426918,'hh001','','');
INSERT INTO card VALUES(2,X'01a20226cc5a74959d450963bd54df02',1,0,NULL,'','Ana Torres','','','individual',NULL,'potential','potential','ana torres',NULL,NULL,'','2026-06-30',1795332426842,1795332426842,'','','');
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
INSERT INTO value VALUES(2,'introducer',0,'1',1,NULL,'0000000000000000001');
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
INSERT INTO person VALUES(1,X'01a20226cc4879fe8d90d1c1fc45d8ba',1,1,'周立','','decider',NULL,NULL);
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
, zone_key TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO address VALUES(1,1,'office','','工业路 4 号','','西区',1,'xi西qu区');
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
INSERT INTO contact VALUES(1,X'01a20226cc6a7026807c91822279c37a',1,1,NULL,'2026-06-30',1795332426858,'visit','out','','');
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
INSERT INTO assertion VALUES(1,1,'m','yes','2026-06-30',1795332426858,NULL,'said',1,'');
INSERT INTO assertion VALUES(2,1,'n','yes','2026-06-30',1795332426858,NULL,'said',1,'');
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
, rival TEXT NOT NULL DEFAULT '', offer TEXT NOT NULL DEFAULT '', cost INTEGER) STRICT;
INSERT INTO move VALUES(1,1,'potential','target','2026-06-30',1795332426874,NULL,'fits',NULL,NULL,'unknown','','',NULL);
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
, thank_on TEXT, review_on TEXT, lapsed_on TEXT, person_key TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO standing VALUES(1,'2026-09-29','2026-12-28','stop-none-only','target','M??','investigate','ideal','nurture',0,'n',0,'n','','周立','2026-06-30','2026-07-01','appointment',NULL,NULL,NULL,NULL,'zhou周li立');
INSERT INTO standing VALUES(2,'2026-06-30','9999-12-31','stop-none-only','potential','???','investigate','ideal','stop',0,'n',0,'','','',NULL,'2026-07-03','never-contacted',NULL,NULL,NULL,NULL,'');
CREATE TABLE search (
    card INTEGER PRIMARY KEY REFERENCES card (id),
    text TEXT NOT NULL
) STRICT;
INSERT INTO search VALUES(1,replace('\nhh-001\n海虹印刷\nhai hong yin shua\nhaihongyinshua\nhhys\n13800000001\n\n周立\nzhou li\nzhouli\nzl\n工业路 4 号\n西区\ngrand forms\nvip\n','\n',char(10)));
INSERT INTO search VALUES(2,replace('\nana torres\n','\n',char(10)));
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
INSERT INTO journal VALUES(1,'','01a20226cc4770ac812de740422884a5','command','add','海虹印刷',1,1,1795332426824,'done',NULL,NULL);
INSERT INTO journal VALUES(2,'','01a20226cc5772729adb4c4f2650b6a2','command','add','Ana Torres',2,1,1795332426842,'done',NULL,NULL);
INSERT INTO journal VALUES(3,'','01a20226cc687707b8b0623028225038','command','log','海虹印刷',1,1,1795332426858,'done',NULL,NULL);
INSERT INTO journal VALUES(4,'','01a20226cc7975c4b4adb65b55f1e961','command','move','海虹印刷',1,1,1795332426874,'done',NULL,NULL);
INSERT INTO journal VALUES(5,'','01a20226cc8777aeaa1fcceed3e89bce','command','edit','海虹印刷',1,1,1795332426888,'done',NULL,NULL);
INSERT INTO journal VALUES(6,'','01a20226cc9971b982da07349518d4f9','command','filter','hot',NULL,0,1795332426905,'done',NULL,NULL);
INSERT INTO journal VALUES(7,'','01a20226cca4779099d97f1b021276ab','command','plan','2026-07-01',1,1,1795332426918,'done',NULL,NULL);
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
INSERT INTO journal_value VALUES(1,0,'card',1,X'01a20226cc4876bba875d8beaf98bed3',1,'exists',NULL,1);
INSERT INTO journal_value VALUES(1,1,'card',1,X'01a20226cc4876bba875d8beaf98bed3',1,'uid',NULL,X'01a20226cc4876bba875d8beaf98bed3');
INSERT INTO journal_value VALUES(1,2,'card',1,X'01a20226cc4876bba875d8beaf98bed3',1,'state',NULL,0);
INSERT INTO journal_value VALUES(1,3,'card',1,X'01a20226cc4876bba875d8beaf98bed3',1,'code',NULL,'HH-001');
INSERT INTO journal_value VALUES(1,4,'card',1,X'01a20226cc4876bba875d8beaf98bed3',1,'name',NULL,'海虹印刷');
INSERT INTO journal_value VALUES(1,5,'card',1,X'01a20226cc4876bba875d8beaf98bed3',1,'short_name',NULL,'');
INSERT INTO journal_value VALUES(1,6,'card',1,X'01a20226cc4876bba875d8beaf98bed3',1,'company',NULL,'');
INSERT INTO journal_value VALUES(1,7,'card',1,X'01a20226cc4876bba875d8beaf98bed3',1,'party',NULL,'organisation');
INSERT INTO journal_value VALUES(1,8,'card',1,X'01a20226cc4876bba875d8beaf98bed3',1,'started_in',NULL,'potential');
INSERT INTO journal_value VALUES(1,9,'card',1,X'01a20226cc4876bba875d8beaf98bed3',1,'position',NULL,'potential');
INSERT INTO journal_value VALUES(1,10,'card',1,X'01a20226cc4876bba875d8beaf98bed3',1,'next_note',NULL,'');
INSERT INTO journal_value VALUES(1,11,'card',1,X'01a20226cc4876bba875d8beaf98bed3',1,'added_on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(1,12,'card',1,X'01a20226cc4876bba875d8beaf98bed3',1,'created_at',NULL,1795332426824);
INSERT INTO journal_value VALUES(1,13,'card',1,X'01a20226cc4876bba875d8beaf98bed3',1,'updated_at',NULL,1795332426824);
INSERT INTO journal_value VALUES(1,14,'card',1,X'01a20226cc4876bba875d8beaf98bed3',1,'tags',NULL,'["vip"]');
INSERT INTO journal_value VALUES(1,15,'phone',1,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(1,16,'phone',1,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(1,17,'phone',1,NULL,1,'kind',NULL,'mobile');
INSERT INTO journal_value VALUES(1,18,'phone',1,NULL,1,'number',NULL,'13800000001');
INSERT INTO journal_value VALUES(1,19,'address',1,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(1,20,'address',1,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(1,21,'address',1,NULL,1,'kind',NULL,'office');
INSERT INTO journal_value VALUES(1,22,'address',1,NULL,1,'region',NULL,'');
INSERT INTO journal_value VALUES(1,23,'address',1,NULL,1,'street',NULL,'工业路 4 号');
INSERT INTO journal_value VALUES(1,24,'address',1,NULL,1,'post_code',NULL,'');
INSERT INTO journal_value VALUES(1,25,'address',1,NULL,1,'zone',NULL,'西区');
INSERT INTO journal_value VALUES(1,26,'address',1,NULL,1,'order',NULL,1);
INSERT INTO journal_value VALUES(1,27,'person',1,X'01a20226cc4879fe8d90d1c1fc45d8ba',1,'exists',NULL,1);
INSERT INTO journal_value VALUES(1,28,'person',1,X'01a20226cc4879fe8d90d1c1fc45d8ba',1,'uid',NULL,X'01a20226cc4879fe8d90d1c1fc45d8ba');
INSERT INTO journal_value VALUES(1,29,'person',1,X'01a20226cc4879fe8d90d1c1fc45d8ba',1,'card',NULL,1);
INSERT INTO journal_value VALUES(1,30,'person',1,X'01a20226cc4879fe8d90d1c1fc45d8ba',1,'name',NULL,'周立');
INSERT INTO journal_value VALUES(1,31,'person',1,X'01a20226cc4879fe8d90d1c1fc45d8ba',1,'title',NULL,'');
INSERT INTO journal_value VALUES(1,32,'person',1,X'01a20226cc4879fe8d90d1c1fc45d8ba',1,'roles',NULL,'decider');
INSERT INTO journal_value VALUES(2,0,'card',2,X'01a20226cc5a74959d450963bd54df02',2,'exists',NULL,1);
INSERT INTO journal_value VALUES(2,1,'card',2,X'01a20226cc5a74959d450963bd54df02',2,'uid',NULL,X'01a20226cc5a74959d450963bd54df02');
INSERT INTO journal_value VALUES(2,2,'card',2,X'01a20226cc5a74959d450963bd54df02',2,'state',NULL,0);
INSERT INTO journal_value VALUES(2,3,'card',2,X'01a20226cc5a74959d450963bd54df02',2,'code',NULL,'');
INSERT INTO journal_value VALUES(2,4,'card',2,X'01a20226cc5a74959d450963bd54df02',2,'name',NULL,'Ana Torres');
INSERT INTO journal_value VALUES(2,5,'card',2,X'01a20226cc5a74959d450963bd54df02',2,'short_name',NULL,'');
INSERT INTO journal_value VALUES(2,6,'card',2,X'01a20226cc5a74959d450963bd54df02',2,'company',NULL,'');
INSERT INTO journal_value VALUES(2,7,'card',2,X'01a20226cc5a74959d450963bd54df02',2,'party',NULL,'individual');
INSERT INTO journal_value VALUES(2,8,'card',2,X'01a20226cc5a74959d450963bd54df02',2,'started_in',NULL,'potential');
INSERT INTO journal_value VALUES(2,9,'card',2,X'01a20226cc5a74959d450963bd54df02',2,'position',NULL,'potential');
INSERT INTO journal_value VALUES(2,10,'card',2,X'01a20226cc5a74959d450963bd54df02',2,'next_note',NULL,'');
INSERT INTO journal_value VALUES(2,11,'card',2,X'01a20226cc5a74959d450963bd54df02',2,'added_on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(2,12,'card',2,X'01a20226cc5a74959d450963bd54df02',2,'created_at',NULL,1795332426842);
INSERT INTO journal_value VALUES(2,13,'card',2,X'01a20226cc5a74959d450963bd54df02',2,'updated_at',NULL,1795332426842);
INSERT INTO journal_value VALUES(2,14,'card',2,X'01a20226cc5a74959d450963bd54df02',2,'introducer',NULL,'["1"]');
INSERT INTO journal_value VALUES(3,0,'contact',1,X'01a20226cc6a7026807c91822279c37a',1,'exists',NULL,1);
INSERT INTO journal_value VALUES(3,1,'contact',1,X'01a20226cc6a7026807c91822279c37a',1,'uid',NULL,X'01a20226cc6a7026807c91822279c37a');
INSERT INTO journal_value VALUES(3,2,'contact',1,X'01a20226cc6a7026807c91822279c37a',1,'card',NULL,1);
INSERT INTO journal_value VALUES(3,3,'contact',1,X'01a20226cc6a7026807c91822279c37a',1,'on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(3,4,'contact',1,X'01a20226cc6a7026807c91822279c37a',1,'recorded_at',NULL,1795332426858);
INSERT INTO journal_value VALUES(3,5,'contact',1,X'01a20226cc6a7026807c91822279c37a',1,'kind',NULL,'visit');
INSERT INTO journal_value VALUES(3,6,'contact',1,X'01a20226cc6a7026807c91822279c37a',1,'direction',NULL,'out');
INSERT INTO journal_value VALUES(3,7,'contact',1,X'01a20226cc6a7026807c91822279c37a',1,'outcomes',NULL,'');
INSERT INTO journal_value VALUES(3,8,'contact',1,X'01a20226cc6a7026807c91822279c37a',1,'note',NULL,'');
INSERT INTO journal_value VALUES(3,9,'assertion',1,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(3,10,'assertion',1,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(3,11,'assertion',1,NULL,1,'letter',NULL,'m');
INSERT INTO journal_value VALUES(3,12,'assertion',1,NULL,1,'answer',NULL,'yes');
INSERT INTO journal_value VALUES(3,13,'assertion',1,NULL,1,'on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(3,14,'assertion',1,NULL,1,'recorded_at',NULL,1795332426858);
INSERT INTO journal_value VALUES(3,15,'assertion',1,NULL,1,'strength',NULL,'said');
INSERT INTO journal_value VALUES(3,16,'assertion',1,NULL,1,'contact',NULL,1);
INSERT INTO journal_value VALUES(3,17,'assertion',1,NULL,1,'note',NULL,'');
INSERT INTO journal_value VALUES(3,18,'assertion',2,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(3,19,'assertion',2,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(3,20,'assertion',2,NULL,1,'letter',NULL,'n');
INSERT INTO journal_value VALUES(3,21,'assertion',2,NULL,1,'answer',NULL,'yes');
INSERT INTO journal_value VALUES(3,22,'assertion',2,NULL,1,'on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(3,23,'assertion',2,NULL,1,'recorded_at',NULL,1795332426858);
INSERT INTO journal_value VALUES(3,24,'assertion',2,NULL,1,'strength',NULL,'said');
INSERT INTO journal_value VALUES(3,25,'assertion',2,NULL,1,'contact',NULL,1);
INSERT INTO journal_value VALUES(3,26,'assertion',2,NULL,1,'note',NULL,'');
INSERT INTO journal_value VALUES(3,27,'card',1,X'01a20226cc4876bba875d8beaf98bed3',1,'next_on',NULL,'2026-07-01');
INSERT INTO journal_value VALUES(3,28,'card',1,X'01a20226cc4876bba875d8beaf98bed3',1,'next_kind',NULL,'visit');
INSERT INTO journal_value VALUES(4,0,'move',1,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(4,1,'move',1,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(4,2,'move',1,NULL,1,'from',NULL,'potential');
INSERT INTO journal_value VALUES(4,3,'move',1,NULL,1,'to',NULL,'target');
INSERT INTO journal_value VALUES(4,4,'move',1,NULL,1,'on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(4,5,'move',1,NULL,1,'recorded_at',NULL,1795332426874);
INSERT INTO journal_value VALUES(4,6,'move',1,NULL,1,'note',NULL,'fits');
INSERT INTO journal_value VALUES(4,7,'move',1,NULL,1,'recoverable',NULL,'unknown');
INSERT INTO journal_value VALUES(4,8,'move',1,NULL,1,'rival',NULL,'');
INSERT INTO journal_value VALUES(4,9,'move',1,NULL,1,'offer',NULL,'');
INSERT INTO journal_value VALUES(4,10,'card',1,X'01a20226cc4876bba875d8beaf98bed3',1,'position','potential','target');
INSERT INTO journal_value VALUES(5,0,'detail',1,X'01a20226cc8871579cfc022c9044e4ef',1,'exists',NULL,1);
INSERT INTO journal_value VALUES(5,1,'detail',1,X'01a20226cc8871579cfc022c9044e4ef',1,'uid',NULL,X'01a20226cc8871579cfc022c9044e4ef');
INSERT INTO journal_value VALUES(5,2,'detail',1,X'01a20226cc8871579cfc022c9044e4ef',1,'card',NULL,1);
INSERT INTO journal_value VALUES(5,3,'detail',1,X'01a20226cc8871579cfc022c9044e4ef',1,'group',NULL,'competitor');
INSERT INTO journal_value VALUES(5,4,'detail',1,X'01a20226cc8871579cfc022c9044e4ef',1,'name',NULL,'["Grand Forms"]');
INSERT INTO journal_value VALUES(5,5,'detail',1,X'01a20226cc8871579cfc022c9044e4ef',1,'satisfaction',NULL,'["2"]');
INSERT INTO journal_value VALUES(6,0,'saved_filter',1,NULL,NULL,'exists',NULL,1);
INSERT INTO journal_value VALUES(6,1,'saved_filter',1,NULL,NULL,'name',NULL,'hot');
INSERT INTO journal_value VALUES(6,2,'saved_filter',1,NULL,NULL,'query',NULL,'tag:vip');
INSERT INTO journal_value VALUES(7,0,'visit',1,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(7,1,'visit',1,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(7,2,'visit',1,NULL,1,'on',NULL,'2026-07-01');
INSERT INTO journal_value VALUES(7,3,'visit',1,NULL,1,'at',NULL,'09:00');
INSERT INTO journal_value VALUES(7,4,'visit',1,NULL,1,'kind',NULL,'appointment');
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
INSERT INTO "indexed" VALUES(1,0,0,1);
CREATE TABLE unindexed (
    card   INTEGER PRIMARY KEY,
    text   TEXT NOT NULL,
    target TEXT
) STRICT;
CREATE TABLE detail (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    uid       BLOB    NOT NULL,
    rev       INTEGER NOT NULL DEFAULT 1,
    card      INTEGER NOT NULL REFERENCES card (id),
    person    INTEGER,
    group_key TEXT    NOT NULL
) STRICT;
INSERT INTO detail VALUES(1,X'01a20226cc8871579cfc022c9044e4ef',3,1,NULL,'competitor');
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
INSERT INTO detail_value VALUES(1,1,'competitor','name',0,'Grand Forms',NULL,NULL);
INSERT INTO detail_value VALUES(1,1,'competitor','satisfaction',0,'2',2,NULL);
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
INSERT INTO saved_filter VALUES(1,'hot','hot','tag:vip');
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
INSERT INTO planned_visit VALUES(1,1,'2026-07-01','09:00','appointment',NULL,NULL);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('card',2);
INSERT INTO sqlite_sequence VALUES('phone',1);
INSERT INTO sqlite_sequence VALUES('address',1);
INSERT INTO sqlite_sequence VALUES('person',1);
INSERT INTO sqlite_sequence VALUES('journal',7);
INSERT INTO sqlite_sequence VALUES('contact',1);
INSERT INTO sqlite_sequence VALUES('assertion',2);
INSERT INTO sqlite_sequence VALUES('move',1);
INSERT INTO sqlite_sequence VALUES('detail',1);
INSERT INTO sqlite_sequence VALUES('saved_filter',1);
INSERT INTO sqlite_sequence VALUES('planned_visit',1);
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
CREATE TRIGGER search_made AFTER INSERT ON search
WHEN NEW.card <= (SELECT iif(claimed = 9223372036854775807, through, claimed) FROM indexed)
BEGIN
    INSERT INTO unindexed (card, text) SELECT NEW.card, ''
    WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE card = NEW.card);
END;
CREATE TRIGGER search_changed AFTER UPDATE OF text ON search
WHEN NEW.text <> OLD.text AND OLD.card <= (SELECT claimed FROM indexed)
BEGIN
    INSERT INTO unindexed (card, text) SELECT OLD.card, OLD.text
    WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE card = OLD.card);
END;
CREATE TRIGGER search_gone AFTER DELETE ON search
WHEN OLD.card <= (SELECT claimed FROM indexed)
BEGIN
    INSERT INTO unindexed (card, text) SELECT OLD.card, OLD.text
    WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE card = OLD.card);
END;
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
COMMIT;
