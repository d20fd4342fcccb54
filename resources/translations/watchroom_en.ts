<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_GB">
<context>
    <name>Band</name>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>%n more waiting</numerusform>
            <numerusform>%n more waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not acknowledged</source>
        <translation>
            <numerusform>%n not acknowledged</numerusform>
            <numerusform>%n not acknowledged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message numerus="yes">
        <source>%n trouble(s) in the table.</source>
        <translation>
            <numerusform>%n trouble in the table.</numerusform>
            <numerusform>%n troubles in the table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more unacknowledged</source>
        <translation>
            <numerusform>%n more unacknowledged</numerusform>
            <numerusform>%n more unacknowledged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Block</name>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n active</numerusform>
            <numerusform>%n active</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskTiles</name>
    <message numerus="yes">
        <source>%n alarm(s) waiting</source>
        <translation>
            <numerusform>%n alarm waiting</numerusform>
            <numerusform>%n alarms waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SiteWords</name>
    <message numerus="yes">
        <source>The site folder has %n error(s). The site goes on as it was.</source>
        <translation>
            <numerusform>The site folder has %n error. The site goes on as it was.</numerusform>
            <numerusform>The site folder has %n errors. The site goes on as it was.</numerusform>
        </translation>
    </message>
</context>
</TS>
