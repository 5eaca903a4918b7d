PRAGMA application_id = 1178825316;
PRAGMA user_version = 21;
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
INSERT INTO batch VALUES(1,7,2,'done');
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
INSERT INTO card VALUES(1,X'01a203862ea87a64bc1de79a97fe5361',5,0,NULL,'HH-001','海虹印刷','','','organisation',NULL,'potential','target','hai海hong虹yin印shua刷','2026-07-05','phone','','2026-06-30',1795355455144,1795355508403,'hh001','','');
INSERT INTO card VALUES(2,X'01a203862ec678ada0c9c455b63542c6',3,0,NULL,'','Ana Torres','','Northwind','individual',NULL,'potential','potential','ana torres',NULL,NULL,'','2026-06-30',1795355455174,1795355508403,'','','northwind');
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
INSERT INTO value VALUES(1,'channel',0,'fair',NULL,NULL,'fair');
INSERT INTO value VALUES(1,'tags',0,'fair',NULL,NULL,'fair');
INSERT INTO value VALUES(2,'channel',0,'web',NULL,NULL,'web');
INSERT INTO value VALUES(2,'tags',0,'vip',NULL,NULL,'vip');
INSERT INTO value VALUES(2,'tags',1,'fair',NULL,NULL,'fair');
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
INSERT INTO person VALUES(1,X'01a203862ea878439a319c08469957f6',1,1,'周立','厂长','decider',NULL,NULL);
CREATE TABLE phone (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    card   INTEGER NOT NULL REFERENCES card (id),
    person INTEGER,
    kind   TEXT    NOT NULL,
    number TEXT    NOT NULL,
    normal TEXT    NOT NULL
) STRICT;
INSERT INTO phone VALUES(1,1,NULL,'mobile','138 0000 0001 转 12','+8613800000001');
INSERT INTO phone VALUES(2,1,1,'mobile','139 0000 0002','+8613900000002');
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
INSERT INTO address VALUES(1,1,'office','330106','文一西路 4 号，3 楼','','西区',4,'xi西qu区',25,'2026-01-01','2026-12-31','gate 2');
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
INSERT INTO contact VALUES(1,X'01a203862eb2771eaeee56348bcb3125',1,1,1,'2026-06-30',1795355455154,'visit','out','','needs 3 pumps');
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
INSERT INTO assertion VALUES(1,1,'m','yes','2026-06-30',1795355455154,1,'said',1,'');
INSERT INTO assertion VALUES(2,1,'n','yes','2026-06-30',1795355455154,1,'said',1,'');
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
, rival TEXT NOT NULL DEFAULT '', offer TEXT NOT NULL DEFAULT '', cost INTEGER, letters TEXT, class TEXT, policy TEXT, channel TEXT, introducer INTEGER, first_contact_on TEXT, contacts INTEGER, last_order_on TEXT) STRICT;
INSERT INTO move VALUES(1,1,'potential','target','2026-06-30',1795355471134,NULL,'three pumps',NULL,NULL,'unknown','','',NULL,'M?N','investigate','stop-none-only','fair',NULL,'2026-06-30',1,NULL);
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
INSERT INTO assessment VALUES(1,X'01a203866d11706caad5bc3f832aaccb',1,1,'5c','2026-06-30',1795355471121,NULL);
CREATE TABLE score (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    assessment INTEGER NOT NULL,
    card       INTEGER NOT NULL REFERENCES card (id),
    factor     TEXT    NOT NULL,
    points     INTEGER CHECK (points BETWEEN 1 AND 5),
    note       TEXT    NOT NULL DEFAULT ''
) STRICT;
INSERT INTO score VALUES(1,1,1,'character',4,'');
INSERT INTO score VALUES(2,1,1,'capacity',3,'');
INSERT INTO score VALUES(3,1,1,'capital',3,'');
INSERT INTO score VALUES(4,1,1,'collateral',3,'');
INSERT INTO score VALUES(5,1,1,'conditions',3,'');
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
INSERT INTO standing VALUES(1,'2026-09-29','2026-12-28','stop-none-only','target','M??','investigate','ideal','nurture',0,'n',0,'n','','周立','2026-06-30','2026-07-05','next-action','C',NULL,'2026-09-28',NULL,'zhou周li立');
INSERT INTO standing VALUES(2,'2026-06-30','9999-12-31','stop-none-only','potential','???','investigate','ideal','stop',0,'n',0,'','','',NULL,'2026-06-30','enquiry',NULL,NULL,NULL,NULL,'');
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
INSERT INTO journal VALUES(1,'','01a203862e94726abc69ffdbcbc3abef','command','add','海虹印刷',1,1,1795355455144,'done',NULL,NULL);
INSERT INTO journal VALUES(2,'','01a203862eb0772e8a504b4504f3204d','command','log','海虹印刷',1,1,1795355455154,'done',NULL,NULL);
INSERT INTO journal VALUES(3,'','01a203862ec473d3ab9f2482c2f91b0f','command','add','Ana Torres',2,1,1795355455174,'done',NULL,NULL);
INSERT INTO journal VALUES(4,'','01a203866d0f73bcb2cf3d8b13a7a6a3','command','assess','海虹印刷',1,1,1795355471121,'done',NULL,NULL);
INSERT INTO journal VALUES(5,'','01a203866d1c7507b21b7f594123ba84','command','move','海虹印刷',1,1,1795355471134,'done',NULL,NULL);
INSERT INTO journal VALUES(6,'','01a203866d26732297a364f074a84418','command','edit','Ana Torres',2,1,1795355471146,'done',NULL,NULL);
INSERT INTO journal VALUES(7,'','01a20386fc2376aba3e1cdb50c7fc450','screen','tag','fair',NULL,2,1795355508402,'done',NULL,NULL);
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
INSERT INTO journal_value VALUES(1,0,'card',1,X'01a203862ea87a64bc1de79a97fe5361',1,'exists',NULL,1);
INSERT INTO journal_value VALUES(1,1,'card',1,X'01a203862ea87a64bc1de79a97fe5361',1,'uid',NULL,X'01a203862ea87a64bc1de79a97fe5361');
INSERT INTO journal_value VALUES(1,2,'card',1,X'01a203862ea87a64bc1de79a97fe5361',1,'state',NULL,0);
INSERT INTO journal_value VALUES(1,3,'card',1,X'01a203862ea87a64bc1de79a97fe5361',1,'code',NULL,'HH-001');
INSERT INTO journal_value VALUES(1,4,'card',1,X'01a203862ea87a64bc1de79a97fe5361',1,'name',NULL,'海虹印刷');
INSERT INTO journal_value VALUES(1,5,'card',1,X'01a203862ea87a64bc1de79a97fe5361',1,'short_name',NULL,'');
INSERT INTO journal_value VALUES(1,6,'card',1,X'01a203862ea87a64bc1de79a97fe5361',1,'company',NULL,'');
INSERT INTO journal_value VALUES(1,7,'card',1,X'01a203862ea87a64bc1de79a97fe5361',1,'party',NULL,'organisation');
INSERT INTO journal_value VALUES(1,8,'card',1,X'01a203862ea87a64bc1de79a97fe5361',1,'started_in',NULL,'potential');
INSERT INTO journal_value VALUES(1,9,'card',1,X'01a203862ea87a64bc1de79a97fe5361',1,'position',NULL,'potential');
INSERT INTO journal_value VALUES(1,10,'card',1,X'01a203862ea87a64bc1de79a97fe5361',1,'next_note',NULL,'');
INSERT INTO journal_value VALUES(1,11,'card',1,X'01a203862ea87a64bc1de79a97fe5361',1,'added_on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(1,12,'card',1,X'01a203862ea87a64bc1de79a97fe5361',1,'created_at',NULL,1795355455144);
INSERT INTO journal_value VALUES(1,13,'card',1,X'01a203862ea87a64bc1de79a97fe5361',1,'updated_at',NULL,1795355455144);
INSERT INTO journal_value VALUES(1,14,'card',1,X'01a203862ea87a64bc1de79a97fe5361',1,'channel',NULL,'["fair"]');
INSERT INTO journal_value VALUES(1,15,'phone',1,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(1,16,'phone',1,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(1,17,'phone',1,NULL,1,'kind',NULL,'mobile');
INSERT INTO journal_value VALUES(1,18,'phone',1,NULL,1,'number',NULL,'138 0000 0001 转 12');
INSERT INTO journal_value VALUES(1,19,'address',1,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(1,20,'address',1,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(1,21,'address',1,NULL,1,'kind',NULL,'office');
INSERT INTO journal_value VALUES(1,22,'address',1,NULL,1,'region',NULL,'330106');
INSERT INTO journal_value VALUES(1,23,'address',1,NULL,1,'street',NULL,'文一西路 4 号，3 楼');
INSERT INTO journal_value VALUES(1,24,'address',1,NULL,1,'post_code',NULL,'');
INSERT INTO journal_value VALUES(1,25,'address',1,NULL,1,'zone',NULL,'西区');
INSERT INTO journal_value VALUES(1,26,'address',1,NULL,1,'order',NULL,4);
INSERT INTO journal_value VALUES(1,27,'address',1,NULL,1,'minutes',NULL,25);
INSERT INTO journal_value VALUES(1,28,'address',1,NULL,1,'from',NULL,'2026-01-01');
INSERT INTO journal_value VALUES(1,29,'address',1,NULL,1,'to',NULL,'2026-12-31');
INSERT INTO journal_value VALUES(1,30,'address',1,NULL,1,'access',NULL,'gate 2');
INSERT INTO journal_value VALUES(1,31,'person',1,X'01a203862ea878439a319c08469957f6',1,'exists',NULL,1);
INSERT INTO journal_value VALUES(1,32,'person',1,X'01a203862ea878439a319c08469957f6',1,'uid',NULL,X'01a203862ea878439a319c08469957f6');
INSERT INTO journal_value VALUES(1,33,'person',1,X'01a203862ea878439a319c08469957f6',1,'card',NULL,1);
INSERT INTO journal_value VALUES(1,34,'person',1,X'01a203862ea878439a319c08469957f6',1,'name',NULL,'周立');
INSERT INTO journal_value VALUES(1,35,'person',1,X'01a203862ea878439a319c08469957f6',1,'title',NULL,'厂长');
INSERT INTO journal_value VALUES(1,36,'person',1,X'01a203862ea878439a319c08469957f6',1,'roles',NULL,'decider');
INSERT INTO journal_value VALUES(1,37,'phone',2,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(1,38,'phone',2,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(1,39,'phone',2,NULL,1,'person',NULL,1);
INSERT INTO journal_value VALUES(1,40,'phone',2,NULL,1,'kind',NULL,'mobile');
INSERT INTO journal_value VALUES(1,41,'phone',2,NULL,1,'number',NULL,'139 0000 0002');
INSERT INTO journal_value VALUES(2,0,'contact',1,X'01a203862eb2771eaeee56348bcb3125',1,'exists',NULL,1);
INSERT INTO journal_value VALUES(2,1,'contact',1,X'01a203862eb2771eaeee56348bcb3125',1,'uid',NULL,X'01a203862eb2771eaeee56348bcb3125');
INSERT INTO journal_value VALUES(2,2,'contact',1,X'01a203862eb2771eaeee56348bcb3125',1,'card',NULL,1);
INSERT INTO journal_value VALUES(2,3,'contact',1,X'01a203862eb2771eaeee56348bcb3125',1,'person',NULL,1);
INSERT INTO journal_value VALUES(2,4,'contact',1,X'01a203862eb2771eaeee56348bcb3125',1,'on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(2,5,'contact',1,X'01a203862eb2771eaeee56348bcb3125',1,'recorded_at',NULL,1795355455154);
INSERT INTO journal_value VALUES(2,6,'contact',1,X'01a203862eb2771eaeee56348bcb3125',1,'kind',NULL,'visit');
INSERT INTO journal_value VALUES(2,7,'contact',1,X'01a203862eb2771eaeee56348bcb3125',1,'direction',NULL,'out');
INSERT INTO journal_value VALUES(2,8,'contact',1,X'01a203862eb2771eaeee56348bcb3125',1,'outcomes',NULL,'');
INSERT INTO journal_value VALUES(2,9,'contact',1,X'01a203862eb2771eaeee56348bcb3125',1,'note',NULL,'needs 3 pumps');
INSERT INTO journal_value VALUES(2,10,'promise',1,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(2,11,'promise',1,NULL,1,'contact',NULL,1);
INSERT INTO journal_value VALUES(2,12,'promise',1,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(2,13,'promise',1,NULL,1,'by',NULL,'us');
INSERT INTO journal_value VALUES(2,14,'promise',1,NULL,1,'text',NULL,'samples');
INSERT INTO journal_value VALUES(2,15,'promise',1,NULL,1,'due_on',NULL,'2026-07-03');
INSERT INTO journal_value VALUES(2,16,'assertion',1,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(2,17,'assertion',1,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(2,18,'assertion',1,NULL,1,'letter',NULL,'m');
INSERT INTO journal_value VALUES(2,19,'assertion',1,NULL,1,'answer',NULL,'yes');
INSERT INTO journal_value VALUES(2,20,'assertion',1,NULL,1,'on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(2,21,'assertion',1,NULL,1,'recorded_at',NULL,1795355455154);
INSERT INTO journal_value VALUES(2,22,'assertion',1,NULL,1,'person',NULL,1);
INSERT INTO journal_value VALUES(2,23,'assertion',1,NULL,1,'strength',NULL,'said');
INSERT INTO journal_value VALUES(2,24,'assertion',1,NULL,1,'contact',NULL,1);
INSERT INTO journal_value VALUES(2,25,'assertion',1,NULL,1,'note',NULL,'');
INSERT INTO journal_value VALUES(2,26,'assertion',2,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(2,27,'assertion',2,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(2,28,'assertion',2,NULL,1,'letter',NULL,'n');
INSERT INTO journal_value VALUES(2,29,'assertion',2,NULL,1,'answer',NULL,'yes');
INSERT INTO journal_value VALUES(2,30,'assertion',2,NULL,1,'on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(2,31,'assertion',2,NULL,1,'recorded_at',NULL,1795355455154);
INSERT INTO journal_value VALUES(2,32,'assertion',2,NULL,1,'person',NULL,1);
INSERT INTO journal_value VALUES(2,33,'assertion',2,NULL,1,'strength',NULL,'said');
INSERT INTO journal_value VALUES(2,34,'assertion',2,NULL,1,'contact',NULL,1);
INSERT INTO journal_value VALUES(2,35,'assertion',2,NULL,1,'note',NULL,'');
INSERT INTO journal_value VALUES(2,36,'card',1,X'01a203862ea87a64bc1de79a97fe5361',1,'next_on',NULL,'2026-07-05');
INSERT INTO journal_value VALUES(2,37,'card',1,X'01a203862ea87a64bc1de79a97fe5361',1,'next_kind',NULL,'phone');
INSERT INTO journal_value VALUES(3,0,'card',2,X'01a203862ec678ada0c9c455b63542c6',2,'exists',NULL,1);
INSERT INTO journal_value VALUES(3,1,'card',2,X'01a203862ec678ada0c9c455b63542c6',2,'uid',NULL,X'01a203862ec678ada0c9c455b63542c6');
INSERT INTO journal_value VALUES(3,2,'card',2,X'01a203862ec678ada0c9c455b63542c6',2,'state',NULL,0);
INSERT INTO journal_value VALUES(3,3,'card',2,X'01a203862ec678ada0c9c455b63542c6',2,'code',NULL,'');
INSERT INTO journal_value VALUES(3,4,'card',2,X'01a203862ec678ada0c9c455b63542c6',2,'name',NULL,'Ana Torres');
INSERT INTO journal_value VALUES(3,5,'card',2,X'01a203862ec678ada0c9c455b63542c6',2,'short_name',NULL,'');
INSERT INTO journal_value VALUES(3,6,'card',2,X'01a203862ec678ada0c9c455b63542c6',2,'company',NULL,'Northwind');
INSERT INTO journal_value VALUES(3,7,'card',2,X'01a203862ec678ada0c9c455b63542c6',2,'party',NULL,'individual');
INSERT INTO journal_value VALUES(3,8,'card',2,X'01a203862ec678ada0c9c455b63542c6',2,'started_in',NULL,'potential');
INSERT INTO journal_value VALUES(3,9,'card',2,X'01a203862ec678ada0c9c455b63542c6',2,'position',NULL,'potential');
INSERT INTO journal_value VALUES(3,10,'card',2,X'01a203862ec678ada0c9c455b63542c6',2,'next_note',NULL,'');
INSERT INTO journal_value VALUES(3,11,'card',2,X'01a203862ec678ada0c9c455b63542c6',2,'added_on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(3,12,'card',2,X'01a203862ec678ada0c9c455b63542c6',2,'created_at',NULL,1795355455174);
INSERT INTO journal_value VALUES(3,13,'card',2,X'01a203862ec678ada0c9c455b63542c6',2,'updated_at',NULL,1795355455174);
INSERT INTO journal_value VALUES(3,14,'card',2,X'01a203862ec678ada0c9c455b63542c6',2,'channel',NULL,'["web"]');
INSERT INTO journal_value VALUES(4,0,'assessment',1,X'01a203866d11706caad5bc3f832aaccb',1,'exists',NULL,1);
INSERT INTO journal_value VALUES(4,1,'assessment',1,X'01a203866d11706caad5bc3f832aaccb',1,'uid',NULL,X'01a203866d11706caad5bc3f832aaccb');
INSERT INTO journal_value VALUES(4,2,'assessment',1,X'01a203866d11706caad5bc3f832aaccb',1,'card',NULL,1);
INSERT INTO journal_value VALUES(4,3,'assessment',1,X'01a203866d11706caad5bc3f832aaccb',1,'standard',NULL,'5c');
INSERT INTO journal_value VALUES(4,4,'assessment',1,X'01a203866d11706caad5bc3f832aaccb',1,'on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(4,5,'assessment',1,X'01a203866d11706caad5bc3f832aaccb',1,'recorded_at',NULL,1795355471121);
INSERT INTO journal_value VALUES(4,6,'score',1,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(4,7,'score',1,NULL,1,'assessment',NULL,1);
INSERT INTO journal_value VALUES(4,8,'score',1,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(4,9,'score',1,NULL,1,'factor',NULL,'character');
INSERT INTO journal_value VALUES(4,10,'score',1,NULL,1,'points',NULL,4);
INSERT INTO journal_value VALUES(4,11,'score',1,NULL,1,'note',NULL,'');
INSERT INTO journal_value VALUES(4,12,'score',2,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(4,13,'score',2,NULL,1,'assessment',NULL,1);
INSERT INTO journal_value VALUES(4,14,'score',2,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(4,15,'score',2,NULL,1,'factor',NULL,'capacity');
INSERT INTO journal_value VALUES(4,16,'score',2,NULL,1,'points',NULL,3);
INSERT INTO journal_value VALUES(4,17,'score',2,NULL,1,'note',NULL,'');
INSERT INTO journal_value VALUES(4,18,'score',3,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(4,19,'score',3,NULL,1,'assessment',NULL,1);
INSERT INTO journal_value VALUES(4,20,'score',3,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(4,21,'score',3,NULL,1,'factor',NULL,'capital');
INSERT INTO journal_value VALUES(4,22,'score',3,NULL,1,'points',NULL,3);
INSERT INTO journal_value VALUES(4,23,'score',3,NULL,1,'note',NULL,'');
INSERT INTO journal_value VALUES(4,24,'score',4,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(4,25,'score',4,NULL,1,'assessment',NULL,1);
INSERT INTO journal_value VALUES(4,26,'score',4,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(4,27,'score',4,NULL,1,'factor',NULL,'collateral');
INSERT INTO journal_value VALUES(4,28,'score',4,NULL,1,'points',NULL,3);
INSERT INTO journal_value VALUES(4,29,'score',4,NULL,1,'note',NULL,'');
INSERT INTO journal_value VALUES(4,30,'score',5,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(4,31,'score',5,NULL,1,'assessment',NULL,1);
INSERT INTO journal_value VALUES(4,32,'score',5,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(4,33,'score',5,NULL,1,'factor',NULL,'conditions');
INSERT INTO journal_value VALUES(4,34,'score',5,NULL,1,'points',NULL,3);
INSERT INTO journal_value VALUES(4,35,'score',5,NULL,1,'note',NULL,'');
INSERT INTO journal_value VALUES(5,0,'move',1,NULL,1,'exists',NULL,1);
INSERT INTO journal_value VALUES(5,1,'move',1,NULL,1,'card',NULL,1);
INSERT INTO journal_value VALUES(5,2,'move',1,NULL,1,'from',NULL,'potential');
INSERT INTO journal_value VALUES(5,3,'move',1,NULL,1,'to',NULL,'target');
INSERT INTO journal_value VALUES(5,4,'move',1,NULL,1,'on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(5,5,'move',1,NULL,1,'recorded_at',NULL,1795355471134);
INSERT INTO journal_value VALUES(5,6,'move',1,NULL,1,'note',NULL,'three pumps');
INSERT INTO journal_value VALUES(5,7,'move',1,NULL,1,'recoverable',NULL,'unknown');
INSERT INTO journal_value VALUES(5,8,'move',1,NULL,1,'rival',NULL,'');
INSERT INTO journal_value VALUES(5,9,'move',1,NULL,1,'offer',NULL,'');
INSERT INTO journal_value VALUES(5,10,'move',1,NULL,1,'letters',NULL,'M?N');
INSERT INTO journal_value VALUES(5,11,'move',1,NULL,1,'class',NULL,'investigate');
INSERT INTO journal_value VALUES(5,12,'move',1,NULL,1,'policy',NULL,'stop-none-only');
INSERT INTO journal_value VALUES(5,13,'move',1,NULL,1,'channel',NULL,'fair');
INSERT INTO journal_value VALUES(5,14,'move',1,NULL,1,'first_contact_on',NULL,'2026-06-30');
INSERT INTO journal_value VALUES(5,15,'move',1,NULL,1,'contacts',NULL,1);
INSERT INTO journal_value VALUES(5,16,'card',1,X'01a203862ea87a64bc1de79a97fe5361',1,'position','potential','target');
INSERT INTO journal_value VALUES(6,0,'card',2,X'01a203862ec678ada0c9c455b63542c6',2,'tags',NULL,'["vip"]');
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
INSERT INTO search VALUES(0,X'13020000f01406000000e2010000250000000a68682d3030310aee80a0e6b5b7e899b9e58db0e588b71000f30268616920686f6e672079696e207368756115000014003579696e1200c06879730a31333820303030300500ff063120e8bdac2031320aee8081ee8083ee8088ee80800300011181030021820a220011860d000f2e0009a00aee80a2e591a8e7ab8b0a00747a686f75206c690b00030a00c06c0ae58e82e995bf0a3133398c00019100008a000862001f898d000110808a00f13333333031303620e6b599e6b19fe79c8120e69dade5b79ee5b88220e8a5bfe6b996e58cba0a786968752c2068616e677a686f752c207a68656a69616e670a7a6865200a0042207368651000010f00030e00816a730a68616e6720ba00317368690e00000d00010c00b17a730a78692068752071756200000700f05b68710ae69687e4b880e8a5bfe8b7af203420e58fb72c3320e6a5bc0ae8a5bfe58cba0a6761746520320a6e6565647320332070756d70730a73616d706c65730a666169720a0aee80a0616e6120746f727265730aee80a16e6f72746877696e640a7669700a666169720a');
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
INSERT INTO journal_alike VALUES(1,7,0,0,'[1]',X'01a203862ea87a64bc1de79a97fe5361','tags',NULL,'["fair"]');
INSERT INTO journal_alike VALUES(2,7,1,0,'[2]',X'01a203862ec678ada0c9c455b63542c6','tags','["vip"]','["vip","fair"]');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('card',2);
INSERT INTO sqlite_sequence VALUES('phone',2);
INSERT INTO sqlite_sequence VALUES('address',1);
INSERT INTO sqlite_sequence VALUES('person',1);
INSERT INTO sqlite_sequence VALUES('journal',7);
INSERT INTO sqlite_sequence VALUES('contact',1);
INSERT INTO sqlite_sequence VALUES('promise',1);
INSERT INTO sqlite_sequence VALUES('assertion',2);
INSERT INTO sqlite_sequence VALUES('assessment',1);
INSERT INTO sqlite_sequence VALUES('score',5);
INSERT INTO sqlite_sequence VALUES('move',1);
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
COMMIT;
