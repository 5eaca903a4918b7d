PRAGMA application_id = 1178825316;
PRAGMA user_version = 16;
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
INSERT INTO card VALUES(1,X'01a202d6c1f47c83b9aa7ecd2cd334f4',3,0,NULL,'HH-001','海虹印刷','','','organisation',NULL,'potential','potential','hai海hong虹yin印shua刷','2026-07-06','visit','10:00','2026-06-30',1795343958516,1795343983073,'hh001','','');
INSERT INTO card VALUES(2,X'01a202d6c2087a06a51eb63c39769f61',2,0,NULL,'','Ana Torres','','Northwind','individual',NULL,'potential','potential','ana torres',NULL,NULL,'','2026-06-30',1795343958536,1795343983113,'','','northwind');
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
INSERT INTO person VALUES(1,X'01a202d6c1f47e2c8c5dc30e5b698f5e',1,1,'周立','厂长','decider',NULL,NULL);
CREATE TABLE phone (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    card   INTEGER NOT NULL REFERENCES card (id),
    person INTEGER,
    kind   TEXT    NOT NULL,
    number TEXT    NOT NULL,
    normal TEXT    NOT NULL
) STRICT;
INSERT INTO phone VALUES(1,1,1,'mobile','13800000001','+8613800000001');
INSERT INTO phone VALUES(2,2,NULL,'mobile','13900000002','+8613900000002');
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
, zone_key TEXT NOT NULL DEFAULT '', minutes INTEGER) STRICT;
INSERT INTO address VALUES(1,1,'office','','4 Dock Road','','West',2,'west',25);
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
INSERT INTO contact VALUES(1,X'01a202d6c219730fbd873c23ca593fb0',1,1,1,'2026-06-30',1795343958553,'visit','out','','');
CREATE TABLE promise (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    contact INTEGER NOT NULL,
    card    INTEGER NOT NULL REFERENCES card (id),
    owed_by TEXT    NOT NULL,
    text    TEXT    NOT NULL,
    due_on  TEXT
, settled_on TEXT, settled_as TEXT) STRICT;
INSERT INTO promise VALUES(1,1,1,'us','samples','2026-07-03',NULL,NULL);
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
INSERT INTO assertion VALUES(1,1,'a','yes','2026-06-30',1795343958553,1,'said',1,'');
INSERT INTO assertion VALUES(2,1,'n','yes','2026-06-30',1795343958553,1,'said',1,'');
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
INSERT INTO assessment VALUES(1,X'01a202d721e17eac83b4e4fa00df8c31',1,1,'5c','2026-06-30',1795343983073,NULL);
CREATE TABLE score (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    assessment INTEGER NOT NULL,
    card       INTEGER NOT NULL REFERENCES card (id),
    factor     TEXT    NOT NULL,
    points     INTEGER CHECK (points BETWEEN 1 AND 5),
    note       TEXT    NOT NULL DEFAULT ''
) STRICT;
INSERT INTO score VALUES(1,1,1,'character',4,'');
INSERT INTO score VALUES(2,1,1,'capital',3,'');
INSERT INTO score VALUES(3,1,1,'capacity',3,'');
INSERT INTO score VALUES(4,1,1,'collateral',2,'');
INSERT INTO score VALUES(5,1,1,'conditions',4,'');
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
INSERT INTO standing VALUES(1,'2026-09-29','2027-07-01','stop-none-only','potential','?A?','investigate','ideal','nurture',0,'n',0,'n','','周立','2026-06-30','2026-07-06','appointment','C',NULL,'2026-09-28',NULL,'zhou周li立');
INSERT INTO standing VALUES(2,'2026-06-30','9999-12-31','stop-none-only','potential','???','investigate','ideal','stop',0,'n',0,'','','',NULL,'2026-07-03','never-contacted',NULL,NULL,NULL,NULL,'');
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
INSERT INTO journal VALUES(1,'','01a202d6c1d1737d8dd2fc81d87ec246','command','add','海虹印刷',1,1,1795343958516,'done',NULL,NULL);
INSERT INTO journal VALUES(2,'','01a202d6c201741380fb8a2518e89925','command','add','Ana Torres',2,1,1795343958536,'done',NULL,NULL);
INSERT INTO journal VALUES(3,'','01a202d6c212705e9bf5d4d54d9c1b91','command','log','海虹印刷',1,1,1795343958553,'done',NULL,NULL);
INSERT INTO journal VALUES(4,'','01a202d721d9742ea4a9849c17317c77','command','assess','海虹印刷',1,1,1795343983073,'done',NULL,NULL);
INSERT INTO journal VALUES(5,'','01a202d72205776a83053f904bed151b','command','edit','Ana Torres',2,1,1795343983113,'done',NULL,NULL);
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
INSERT INTO journal_value VALUES(1,0,'card',1,X'01a202d6c1f47c83b9aa7ecd2cd334f4',1,'exists',NULL,1);
INSERT INTO journal_value VALUES(1,1,'card',1,X'01a202d6c1f47c83b9aa7ecd2cd334f4',1,'uid',NULL,X'01a202d6c1f47c83b9aa7ecd2cd334f4');
INSERT INTO journal_value VALUES(1,2,'card',1,X'01a202d6c1f47c83b9aa7ecd2cd334f4',1,'state',NULL,0);
INSERT INTO journal_value VALUES(1,3,'card',1,X'01a202d6c1f47c83b9aa7ecd2cd334f4',1,'code',NULL,'HH-001');
INSERT INTO journal_value VALUES(1,4,'card',1,X'01a202d6c1f47c83b9aa7ecd2cd334f4',1,'name',NULL,'海虹印刷');
INSERT INTO journal_value VALUES(1,5,'card',1,X'01a202d6c1f47c83b9aa7ecd2cd334f4',1,'short_name',NULL,'');
INSERT INTO journal_value VALUES(1,6,'card',1,X'01a202d6c1f47c83b9aa7ecd2cd334f4',1,'company',NULL,'');
INSERT INTO journal_value VALUES(1,7,'card',1,X'01a202d6c1f47c83b9aa7ecd2cd334f4',1,'party',NULL,'organisation');
INSERT INTO journal_value VALUES(1,8,'card',1,X'01a202d6c1f47c83b9aa7ecd2cd334f4',1,'started_in',NULL,'potential');
INSERT INTO journal_value VALUES(1,9,'card',1,X'01a202d6c1f47c83b9aa7ecd2cd334f4',1,'position',NULL,'potential');
INSERT INTO journal_value VALUES(1,10,'card',1,X'01a202d6c1f47c83b9aa7ecd2cd334f4',1,'next_note',NULL,'');
INSERT INTO journal_value VALUES(1,11,'card',1,X'01a202d6c1f47c83b9aa7ecd2cd334f4',1,'added_on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(1,12,'card',1,X'01a202d6c1f47c83b9aa7ecd2cd334f4',1,'created_at',NULL,1795343958516);
INSERT INTO journal_value VALUES(1,13,'card',1,X'01a202d6c1f47c83b9aa7ecd2cd334f4',1,'updated_at',NULL,1795343958516);
INSERT INTO journal_value VALUES(1,14,'address',1,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(1,15,'address',1,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(1,16,'address',1,NULL,1,'kind',NULL,'office');
INSERT INTO journal_value VALUES(1,17,'address',1,NULL,1,'region',NULL,'');
INSERT INTO journal_value VALUES(1,18,'address',1,NULL,1,'street',NULL,'4 Dock Road');
INSERT INTO journal_value VALUES(1,19,'address',1,NULL,1,'post_code',NULL,'');
INSERT INTO journal_value VALUES(1,20,'address',1,NULL,1,'zone',NULL,'West');
INSERT INTO journal_value VALUES(1,21,'address',1,NULL,1,'order',NULL,2);
INSERT INTO journal_value VALUES(1,22,'address',1,NULL,1,'minutes',NULL,25);
INSERT INTO journal_value VALUES(1,23,'person',1,X'01a202d6c1f47e2c8c5dc30e5b698f5e',1,'exists',NULL,1);
INSERT INTO journal_value VALUES(1,24,'person',1,X'01a202d6c1f47e2c8c5dc30e5b698f5e',1,'uid',NULL,X'01a202d6c1f47e2c8c5dc30e5b698f5e');
INSERT INTO journal_value VALUES(1,25,'person',1,X'01a202d6c1f47e2c8c5dc30e5b698f5e',1,'card',NULL,1);
INSERT INTO journal_value VALUES(1,26,'person',1,X'01a202d6c1f47e2c8c5dc30e5b698f5e',1,'name',NULL,'周立');
INSERT INTO journal_value VALUES(1,27,'person',1,X'01a202d6c1f47e2c8c5dc30e5b698f5e',1,'title',NULL,'厂长');
INSERT INTO journal_value VALUES(1,28,'person',1,X'01a202d6c1f47e2c8c5dc30e5b698f5e',1,'roles',NULL,'decider');
INSERT INTO journal_value VALUES(1,29,'phone',1,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(1,30,'phone',1,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(1,31,'phone',1,NULL,1,'person',NULL,1);
INSERT INTO journal_value VALUES(1,32,'phone',1,NULL,1,'kind',NULL,'mobile');
INSERT INTO journal_value VALUES(1,33,'phone',1,NULL,1,'number',NULL,'13800000001');
INSERT INTO journal_value VALUES(2,0,'card',2,X'01a202d6c2087a06a51eb63c39769f61',2,'exists',NULL,1);
INSERT INTO journal_value VALUES(2,1,'card',2,X'01a202d6c2087a06a51eb63c39769f61',2,'uid',NULL,X'01a202d6c2087a06a51eb63c39769f61');
INSERT INTO journal_value VALUES(2,2,'card',2,X'01a202d6c2087a06a51eb63c39769f61',2,'state',NULL,0);
INSERT INTO journal_value VALUES(2,3,'card',2,X'01a202d6c2087a06a51eb63c39769f61',2,'code',NULL,'');
INSERT INTO journal_value VALUES(2,4,'card',2,X'01a202d6c2087a06a51eb63c39769f61',2,'name',NULL,'Ana Torres');
INSERT INTO journal_value VALUES(2,5,'card',2,X'01a202d6c2087a06a51eb63c39769f61',2,'short_name',NULL,'');
INSERT INTO journal_value VALUES(2,6,'card',2,X'01a202d6c2087a06a51eb63c39769f61',2,'company',NULL,'Northwind');
INSERT INTO journal_value VALUES(2,7,'card',2,X'01a202d6c2087a06a51eb63c39769f61',2,'party',NULL,'individual');
INSERT INTO journal_value VALUES(2,8,'card',2,X'01a202d6c2087a06a51eb63c39769f61',2,'started_in',NULL,'potential');
INSERT INTO journal_value VALUES(2,9,'card',2,X'01a202d6c2087a06a51eb63c39769f61',2,'position',NULL,'potential');
INSERT INTO journal_value VALUES(2,10,'card',2,X'01a202d6c2087a06a51eb63c39769f61',2,'next_note',NULL,'');
INSERT INTO journal_value VALUES(2,11,'card',2,X'01a202d6c2087a06a51eb63c39769f61',2,'added_on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(2,12,'card',2,X'01a202d6c2087a06a51eb63c39769f61',2,'created_at',NULL,1795343958536);
INSERT INTO journal_value VALUES(2,13,'card',2,X'01a202d6c2087a06a51eb63c39769f61',2,'updated_at',NULL,1795343958536);
INSERT INTO journal_value VALUES(2,14,'phone',2,NULL,2,'exists',NULL,1);
INSERT INTO journal_value VALUES(2,15,'phone',2,NULL,2,'card',NULL,2);
INSERT INTO journal_value VALUES(2,16,'phone',2,NULL,2,'kind',NULL,'mobile');
INSERT INTO journal_value VALUES(2,17,'phone',2,NULL,2,'number',NULL,'13900000002');
INSERT INTO journal_value VALUES(3,0,'contact',1,X'01a202d6c219730fbd873c23ca593fb0',1,'exists',NULL,1);
INSERT INTO journal_value VALUES(3,1,'contact',1,X'01a202d6c219730fbd873c23ca593fb0',1,'uid',NULL,X'01a202d6c219730fbd873c23ca593fb0');
INSERT INTO journal_value VALUES(3,2,'contact',1,X'01a202d6c219730fbd873c23ca593fb0',1,'card',NULL,1);
INSERT INTO journal_value VALUES(3,3,'contact',1,X'01a202d6c219730fbd873c23ca593fb0',1,'person',NULL,1);
INSERT INTO journal_value VALUES(3,4,'contact',1,X'01a202d6c219730fbd873c23ca593fb0',1,'on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(3,5,'contact',1,X'01a202d6c219730fbd873c23ca593fb0',1,'recorded_at',NULL,1795343958553);
INSERT INTO journal_value VALUES(3,6,'contact',1,X'01a202d6c219730fbd873c23ca593fb0',1,'kind',NULL,'visit');
INSERT INTO journal_value VALUES(3,7,'contact',1,X'01a202d6c219730fbd873c23ca593fb0',1,'direction',NULL,'out');
INSERT INTO journal_value VALUES(3,8,'contact',1,X'01a202d6c219730fbd873c23ca593fb0',1,'outcomes',NULL,'');
INSERT INTO journal_value VALUES(3,9,'contact',1,X'01a202d6c219730fbd873c23ca593fb0',1,'note',NULL,'');
INSERT INTO journal_value VALUES(3,10,'promise',1,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(3,11,'promise',1,NULL,1,'contact',NULL,1);
INSERT INTO journal_value VALUES(3,12,'promise',1,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(3,13,'promise',1,NULL,1,'by',NULL,'us');
INSERT INTO journal_value VALUES(3,14,'promise',1,NULL,1,'text',NULL,'samples');
INSERT INTO journal_value VALUES(3,15,'promise',1,NULL,1,'due_on',NULL,'2026-07-03');
INSERT INTO journal_value VALUES(3,16,'assertion',1,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(3,17,'assertion',1,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(3,18,'assertion',1,NULL,1,'letter',NULL,'a');
INSERT INTO journal_value VALUES(3,19,'assertion',1,NULL,1,'answer',NULL,'yes');
INSERT INTO journal_value VALUES(3,20,'assertion',1,NULL,1,'on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(3,21,'assertion',1,NULL,1,'recorded_at',NULL,1795343958553);
INSERT INTO journal_value VALUES(3,22,'assertion',1,NULL,1,'person',NULL,1);
INSERT INTO journal_value VALUES(3,23,'assertion',1,NULL,1,'strength',NULL,'said');
INSERT INTO journal_value VALUES(3,24,'assertion',1,NULL,1,'contact',NULL,1);
INSERT INTO journal_value VALUES(3,25,'assertion',1,NULL,1,'note',NULL,'');
INSERT INTO journal_value VALUES(3,26,'assertion',2,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(3,27,'assertion',2,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(3,28,'assertion',2,NULL,1,'letter',NULL,'n');
INSERT INTO journal_value VALUES(3,29,'assertion',2,NULL,1,'answer',NULL,'yes');
INSERT INTO journal_value VALUES(3,30,'assertion',2,NULL,1,'on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(3,31,'assertion',2,NULL,1,'recorded_at',NULL,1795343958553);
INSERT INTO journal_value VALUES(3,32,'assertion',2,NULL,1,'person',NULL,1);
INSERT INTO journal_value VALUES(3,33,'assertion',2,NULL,1,'strength',NULL,'said');
INSERT INTO journal_value VALUES(3,34,'assertion',2,NULL,1,'contact',NULL,1);
INSERT INTO journal_value VALUES(3,35,'assertion',2,NULL,1,'note',NULL,'');
INSERT INTO journal_value VALUES(3,36,'card',1,X'01a202d6c1f47c83b9aa7ecd2cd334f4',1,'next_on',NULL,'2026-07-06');
INSERT INTO journal_value VALUES(3,37,'card',1,X'01a202d6c1f47c83b9aa7ecd2cd334f4',1,'next_kind',NULL,'visit');
INSERT INTO journal_value VALUES(3,38,'card',1,X'01a202d6c1f47c83b9aa7ecd2cd334f4',1,'next_note','','10:00');
INSERT INTO journal_value VALUES(4,0,'assessment',1,X'01a202d721e17eac83b4e4fa00df8c31',1,'exists',NULL,1);
INSERT INTO journal_value VALUES(4,1,'assessment',1,X'01a202d721e17eac83b4e4fa00df8c31',1,'uid',NULL,X'01a202d721e17eac83b4e4fa00df8c31');
INSERT INTO journal_value VALUES(4,2,'assessment',1,X'01a202d721e17eac83b4e4fa00df8c31',1,'card',NULL,1);
INSERT INTO journal_value VALUES(4,3,'assessment',1,X'01a202d721e17eac83b4e4fa00df8c31',1,'standard',NULL,'5c');
INSERT INTO journal_value VALUES(4,4,'assessment',1,X'01a202d721e17eac83b4e4fa00df8c31',1,'on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(4,5,'assessment',1,X'01a202d721e17eac83b4e4fa00df8c31',1,'recorded_at',NULL,1795343983073);
INSERT INTO journal_value VALUES(4,6,'score',1,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(4,7,'score',1,NULL,1,'assessment',NULL,1);
INSERT INTO journal_value VALUES(4,8,'score',1,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(4,9,'score',1,NULL,1,'factor',NULL,'character');
INSERT INTO journal_value VALUES(4,10,'score',1,NULL,1,'points',NULL,4);
INSERT INTO journal_value VALUES(4,11,'score',1,NULL,1,'note',NULL,'');
INSERT INTO journal_value VALUES(4,12,'score',2,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(4,13,'score',2,NULL,1,'assessment',NULL,1);
INSERT INTO journal_value VALUES(4,14,'score',2,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(4,15,'score',2,NULL,1,'factor',NULL,'capital');
INSERT INTO journal_value VALUES(4,16,'score',2,NULL,1,'points',NULL,3);
INSERT INTO journal_value VALUES(4,17,'score',2,NULL,1,'note',NULL,'');
INSERT INTO journal_value VALUES(4,18,'score',3,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(4,19,'score',3,NULL,1,'assessment',NULL,1);
INSERT INTO journal_value VALUES(4,20,'score',3,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(4,21,'score',3,NULL,1,'factor',NULL,'capacity');
INSERT INTO journal_value VALUES(4,22,'score',3,NULL,1,'points',NULL,3);
INSERT INTO journal_value VALUES(4,23,'score',3,NULL,1,'note',NULL,'');
INSERT INTO journal_value VALUES(4,24,'score',4,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(4,25,'score',4,NULL,1,'assessment',NULL,1);
INSERT INTO journal_value VALUES(4,26,'score',4,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(4,27,'score',4,NULL,1,'factor',NULL,'collateral');
INSERT INTO journal_value VALUES(4,28,'score',4,NULL,1,'points',NULL,2);
INSERT INTO journal_value VALUES(4,29,'score',4,NULL,1,'note',NULL,'');
INSERT INTO journal_value VALUES(4,30,'score',5,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(4,31,'score',5,NULL,1,'assessment',NULL,1);
INSERT INTO journal_value VALUES(4,32,'score',5,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(4,33,'score',5,NULL,1,'factor',NULL,'conditions');
INSERT INTO journal_value VALUES(4,34,'score',5,NULL,1,'points',NULL,4);
INSERT INTO journal_value VALUES(4,35,'score',5,NULL,1,'note',NULL,'');
INSERT INTO journal_value VALUES(5,0,'card',2,X'01a202d6c2087a06a51eb63c39769f61',2,'tags',NULL,'["vip"]');
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
INSERT INTO search VALUES(0,X'26010000f01406000000c6000000540000000a68682d3030310aee80a0e6b5b7e899b9e58db0e588b71000f30268616920686f6e672079696e207368756115000014003579696e1200d06879730aee80a2e591a8e7ab8b0a00747a686f75206c690b00030a00d26c0ae58e82e995bf0a313338300100007700a188ee8086ee8081ee80830c001f80030001f01f810a3420646f636b20726f61640a776573740a31303a30300a73616d706c65730a0aee80a0616e6120746f7272658e00e2a16e6f72746877696e640a3133396e003130320a6300056f001f896c00019080ee80820a7669700a');
CREATE TABLE unindexed (
    block   INTEGER PRIMARY KEY,
    changed INTEGER NOT NULL,
    texts   BLOB    NOT NULL,
    aimed   INTEGER NOT NULL DEFAULT 0,
    target  BLOB
) STRICT;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('card',2);
INSERT INTO sqlite_sequence VALUES('address',1);
INSERT INTO sqlite_sequence VALUES('person',1);
INSERT INTO sqlite_sequence VALUES('phone',2);
INSERT INTO sqlite_sequence VALUES('journal',5);
INSERT INTO sqlite_sequence VALUES('contact',1);
INSERT INTO sqlite_sequence VALUES('promise',1);
INSERT INTO sqlite_sequence VALUES('assertion',2);
INSERT INTO sqlite_sequence VALUES('assessment',1);
INSERT INTO sqlite_sequence VALUES('score',5);
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
COMMIT;
