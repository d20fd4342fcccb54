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
    <name>Board</name>
    <message numerus="yes">
        <source>%n alarms</source>
        <translation>
            <numerusform>%n alarms</numerusform>
            <numerusform>%n alarms</numerusform>
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
    <name>DispatchColumn</name>
    <message numerus="yes">
        <source>%n more units</source>
        <translation>
            <numerusform>%n more units</numerusform>
            <numerusform>%n more units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncidentActs</name>
    <message numerus="yes">
        <source>Dispatch %n units</source>
        <translation>
            <numerusform>Dispatch %n units</numerusform>
            <numerusform>Dispatch %n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message numerus="yes">
        <source>%n units</source>
        <translation>
            <numerusform>%n units</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n people</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
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
<context>
    <name>TalkWords</name>
    <message numerus="yes">
        <source>%n target(s) ready</source>
        <translation>
            <numerusform>%n target ready</numerusform>
            <numerusform>%n targets ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hear(s) you</source>
        <translation>
            <numerusform>%n hear you</numerusform>
            <numerusform>%n hears you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Targets</name>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
</context>
</TS>
