<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_GB">
<context>
    <name>ArrivalWords</name>
    <message numerus="yes">
        <source>%n bridge(s) up</source>
        <translation>
            <numerusform>%n bridge up</numerusform>
            <numerusform>%n bridges up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArrivalsPage</name>
    <message numerus="yes">
        <source>%n message(s) since the start</source>
        <translation>
            <numerusform>%n message since the start</numerusform>
            <numerusform>%n messages since the start</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Frozen, %n newer</source>
        <translation>
            <numerusform>Frozen, %n newer</numerusform>
            <numerusform>Frozen, %n newer</numerusform>
        </translation>
    </message>
</context>
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
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n alarm</numerusform>
            <numerusform>%n alarms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message numerus="yes">
        <source>%n fire(s): acknowledge each by itself</source>
        <translation>
            <numerusform>%n fire: acknowledge each by itself</numerusform>
            <numerusform>%n fires: acknowledge each by itself</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message numerus="yes">
        <source>%n left out: %1</source>
        <translation>
            <numerusform>%n left out: %1</numerusform>
            <numerusform>%n left out: %1</numerusform>
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
        <source>%n more unit(s)</source>
        <translation>
            <numerusform>%n more unit</numerusform>
            <numerusform>%n more units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncidentActs</name>
    <message numerus="yes">
        <source>Dispatch %n unit(s)</source>
        <translation>
            <numerusform>Dispatch %n unit</numerusform>
            <numerusform>Dispatch %n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewcomerWords</name>
    <message numerus="yes">
        <source>%n device(s) without a place</source>
        <translation>
            <numerusform>%n device without a place</numerusform>
            <numerusform>%n devices without a place</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Placing</name>
    <message numerus="yes">
        <source>%n point(s) lost with it</source>
        <translation>
            <numerusform>%n point lost with it</numerusform>
            <numerusform>%n points lost with it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestRows</name>
    <message numerus="yes">
        <source>%n not rationalised: nobody wrote down what to do</source>
        <translation>
            <numerusform>%n not rationalised: nobody wrote down what to do</numerusform>
            <numerusform>%n not rationalised: nobody wrote down what to do</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) lost with device or bridge</source>
        <translation>
            <numerusform>%n point lost with device or bridge</numerusform>
            <numerusform>%n points lost with device or bridge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RewindWords</name>
    <message numerus="yes">
        <source>%n clip(s) being saved</source>
        <translation>
            <numerusform>%n clip being saved</numerusform>
            <numerusform>%n clips being saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) saved</source>
        <translation>
            <numerusform>%n clip saved</numerusform>
            <numerusform>%n clips saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n persons</numerusform>
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
    <name>Speaker</name>
    <message numerus="yes">
        <source>%n more fire alarm(s)</source>
        <translation>
            <numerusform>%n more fire alarm</numerusform>
            <numerusform>%n more fire alarms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more alarm(s)</source>
        <translation>
            <numerusform>%n more alarm</numerusform>
            <numerusform>%n more alarms</numerusform>
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
