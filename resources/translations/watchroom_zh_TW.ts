<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en_GB">
<context>
    <name>AlarmHead</name>
    <message>
        <source>%1 unacknowledged · %2 open</source>
        <translation>%1 未確認 · %2 未結</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>警報</translation>
    </message>
</context>
<context>
    <name>AlarmPanel</name>
    <message>
        <source>No alarm is open. %1 of %2 points heard.</source>
        <translation>無未結警報。%2 個點位中 %1 個有訊號。</translation>
    </message>
</context>
<context>
    <name>AlarmRows</name>
    <message>
        <source>This alarm</source>
        <translation>此警報</translation>
    </message>
    <message>
        <source>state</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>發生時間</translation>
    </message>
    <message>
        <source>occurrences</source>
        <translation>次數</translation>
    </message>
    <message>
        <source>source lost</source>
        <translation>來源中斷</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>已確認</translation>
    </message>
    <message>
        <source>normal since</source>
        <translation>恢復時間</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>紀錄</translation>
    </message>
    <message>
        <source>not yet saved</source>
        <translation>尚未儲存</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>處置步驟</translation>
    </message>
    <message>
        <source>Not rationalised: nobody has written down what to do at this alarm.</source>
        <translation>未編制處置指引：此警報該如何處置，尚無人寫明。</translation>
    </message>
    <message>
        <source>call</source>
        <translation>聯絡</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>if nobody acts</source>
        <translation>不處置的後果</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>應在 %1 內</translation>
    </message>
    <message>
        <source>overdue by %1</source>
        <translation>已逾時 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>還剩 %1</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>攝影機</translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>還有 %n 則等候</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not acknowledged</source>
        <translation>
            <numerusform>%n 則未確認</numerusform>
        </translation>
    </message>
    <message>
        <source>all acknowledged</source>
        <translation>全部已確認</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>%1, %2 at %3</source>
        <translation>%1，%2，%3</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Not connected to the message broker: no alarm can arrive.</source>
        <translation>未連線至訊息服務：收不到任何警報。</translation>
    </message>
    <message>
        <source>No point has been heard yet: nothing is known of the site.</source>
        <translation>尚未收到任何點位訊號：現場狀況不明。</translation>
    </message>
    <message>
        <source>No fire, no hazard. %1 of %2 points heard, %3 of %4 cameras live.</source>
        <translation>無火警，無隱患。%2 個點位中 %1 個有訊號，%4 支攝影機中 %3 支有畫面。</translation>
    </message>
    <message numerus="yes">
        <source>%n trouble(s) in the table.</source>
        <translation>
            <numerusform>清單中有 %n 項故障。</numerusform>
        </translation>
    </message>
    <message>
        <source>Last fire alarm %1, %2: %3, closed %4.</source>
        <translation>上次火警 %1，%2：%3，%4 復歸。</translation>
    </message>
    <message numerus="yes">
        <source>%n more unacknowledged</source>
        <translation>
            <numerusform>另有 %n 則未確認</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledge  F2</source>
        <translation>確認  F2</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 前</translation>
    </message>
</context>
<context>
    <name>Block</name>
    <message>
        <source>%1 has it</source>
        <translation>%1 已接手</translation>
    </message>
    <message>
        <source>nobody has it yet</source>
        <translation>尚無人接手</translation>
    </message>
    <message>
        <source>%1 of %2 cameras</source>
        <translation>攝影機 %1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n 則未恢復</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Incident %1</source>
        <translation>事件 %1</translation>
    </message>
    <message>
        <source>No incident yet: F5 opens one and dispatches</source>
        <translation>尚無事件：按 F5 立案並派遣</translation>
    </message>
    <message>
        <source>open for %1</source>
        <translation>已立案 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n alarms</source>
        <translation>
            <numerusform>%n 則警報</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, not taken yet</source>
        <translation>%1，尚未接手</translation>
    </message>
    <message>
        <source>No incident is open. Looked at %1; %2 closed in this run.</source>
        <translation>沒有未結案的事件。檢查時間 %1；本次執行已結案 %2 件。</translation>
    </message>
</context>
<context>
    <name>ClockBox</name>
    <message>
        <source>of %1</source>
        <translation>限 %1</translation>
    </message>
</context>
<context>
    <name>ClockFaces</name>
    <message>
        <source>done · %1</source>
        <translation>已完成 · %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>已抵達</translation>
    </message>
    <message>
        <source>two on scene</source>
        <translation>兩隊抵達</translation>
    </message>
    <message>
        <source>own station</source>
        <translation>本單位消防站</translation>
    </message>
    <message>
        <source>area teams</source>
        <translation>分區隊伍</translation>
    </message>
    <message>
        <source>fire brigade</source>
        <translation>消防隊</translation>
    </message>
    <message>
        <source>this desk</source>
        <translation>本席位</translation>
    </message>
    <message>
        <source>units sent</source>
        <translation>已派單位</translation>
    </message>
    <message>
        <source>micro station</source>
        <translation>微型消防站</translation>
    </message>
    <message>
        <source>nobody sent</source>
        <translation>尚未派出</translation>
    </message>
    <message>
        <source>119</source>
        <translation>119</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Close: what was it? Its units are released.</source>
        <translation>結案：是什麼情況？所派單位隨之解除。</translation>
    </message>
    <message>
        <source>A word about it</source>
        <translation>簡要說明</translation>
    </message>
    <message>
        <source>Close: hold 1 s</source>
        <translation>結案：按住 1 秒</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>ColumnHead</name>
    <message>
        <source>class</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>what · where</source>
        <translation>事項 · 地點</translation>
    </message>
    <message>
        <source>raised · state</source>
        <translation>時間 · 狀態</translation>
    </message>
    <message>
        <source>what</source>
        <translation>事項</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>發生時間</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>number, place, alarm  Ctrl+K</source>
        <translation>編號、地點、警報  Ctrl+K</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令列</translation>
    </message>
    <message>
        <source>Nothing is called so</source>
        <translation>查無結果</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演練</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>攝影機</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>警報</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>點位</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>建築物</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>樓層</translation>
    </message>
    <message>
        <source>Salvo</source>
        <translation>畫面組</translation>
    </message>
    <message>
        <source>Onto tile</source>
        <translation>放到畫面格</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>應變單位</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Unit says</source>
        <translation>單位回報</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>頁面</translation>
    </message>
</context>
<context>
    <name>Control</name>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Next act now</source>
        <translation>立即觸發下一步</translation>
    </message>
    <message>
        <source>End the drill (hold 1 s)</source>
        <translation>結束演練（按住 1 秒）</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>unack</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>active</source>
        <translation>警報中</translation>
    </message>
    <message>
        <source>incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>to reset</source>
        <translation>待復歸</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>遭拒絕</translation>
    </message>
</context>
<context>
    <name>DeskTiles</name>
    <message numerus="yes">
        <source>%n alarm(s) waiting</source>
        <translation>
            <numerusform>另有 %n 個警報等待</numerusform>
        </translation>
    </message>
    <message>
        <source>The next best cameras of an alarm appear here</source>
        <translation>警報時此處顯示次佳攝影機</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>無攝影機</translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <source>Watchroom %1</source>
        <translation>Watchroom %1</translation>
    </message>
    <message>
        <source>%1 was first</source>
        <translation>%1 已先處理</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Acknowledge  F2</source>
        <translation>確認  F2</translation>
    </message>
    <message>
        <source>Reset: what was it?</source>
        <translation>復歸：查證結果</translation>
    </message>
    <message>
        <source>Silence  F10</source>
        <translation>靜音  F10</translation>
    </message>
    <message>
        <source>Test the sound</source>
        <translation>測試聲音</translation>
    </message>
    <message>
        <source>This room</source>
        <translation>本值勤室</translation>
    </message>
</context>
<context>
    <name>DispatchActs</name>
    <message>
        <source>%1 says by voice</source>
        <translation>%1 口頭回報</translation>
    </message>
    <message>
        <source>Stand down</source>
        <translation>解除任務</translation>
    </message>
</context>
<context>
    <name>DispatchColumn</name>
    <message>
        <source>Open incidents</source>
        <translation>未結案事件</translation>
    </message>
    <message>
        <source>The site folder names no units.</source>
        <translation>站點資料中沒有應變單位。</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>應變單位</translation>
    </message>
    <message>
        <source>Units sent</source>
        <translation>已派單位</translation>
    </message>
    <message>
        <source>More units</source>
        <translation>其他單位</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>建議單位</translation>
    </message>
    <message numerus="yes">
        <source>%n more units</source>
        <translation>
            <numerusform>還有 %n 個單位</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DispatchDesk</name>
    <message>
        <source>%1 was first</source>
        <translation>%1 已先處理</translation>
    </message>
    <message>
        <source>Not closed: hold the button for a second</source>
        <translation>未結案：請按住按鈕 1 秒</translation>
    </message>
</context>
<context>
    <name>DrillPage</name>
    <message>
        <source>Let go too early: hold the button for a second.</source>
        <translation>放開過早：請按住一秒。</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演練</translation>
    </message>
</context>
<context>
    <name>DrillWords</name>
    <message>
        <source>alarm</source>
        <translation>警報</translation>
    </message>
    <message>
        <source>back to normal</source>
        <translation>恢復正常</translation>
    </message>
    <message>
        <source>value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>call from %1</source>
        <translation>來電：%1</translation>
    </message>
    <message>
        <source>told</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>running</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>PAUSED by a live alarm</source>
        <translation>因真實警報已暫停</translation>
    </message>
    <message>
        <source>PAUSED by a restart of the console</source>
        <translation>因主控台重新啟動已暫停</translation>
    </message>
    <message>
        <source>PAUSED by the controller</source>
        <translation>導調員已暫停</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>%1 結束</translation>
    </message>
    <message>
        <source>ends in %1</source>
        <translation>剩餘 %1</translation>
    </message>
    <message>
        <source>controller %1</source>
        <translation>導調員 %1</translation>
    </message>
    <message>
        <source>Live: %1 active, %2 unacknowledged; a fire breaks in</source>
        <translation>實況：%1 筆作用中，%2 筆未確認；火警即切回</translation>
    </message>
    <message>
        <source>A drill is on already.</source>
        <translation>已有演練在進行。</translation>
    </message>
    <message>
        <source>This scenario is not there any more.</source>
        <translation>該想定已不存在。</translation>
    </message>
    <message>
        <source>Name the controller of the drill.</source>
        <translation>請填寫演練導調員。</translation>
    </message>
    <message>
        <source>The controller's name is too long.</source>
        <translation>導調員姓名過長。</translation>
    </message>
    <message>
        <source>A drill takes from 1 to %1 minutes.</source>
        <translation>演練時間為 1 至 %1 分鐘。</translation>
    </message>
    <message>
        <source>A live alarm waits: acknowledge it first.</source>
        <translation>有真實警報待處理：請先確認。</translation>
    </message>
    <message>
        <source>No drill is on.</source>
        <translation>目前沒有演練。</translation>
    </message>
    <message>
        <source>The drill is paused.</source>
        <translation>演練已暫停。</translation>
    </message>
    <message>
        <source>The drill runs already.</source>
        <translation>演練已在進行。</translation>
    </message>
    <message>
        <source>That has happened already.</source>
        <translation>該步已觸發。</translation>
    </message>
    <message>
        <source>There is no such act.</source>
        <translation>沒有這一步。</translation>
    </message>
    <message>
        <source>This message is not on the wall any more.</source>
        <translation>電話牆上已無此訊息。</translation>
    </message>
    <message>
        <source>The unit cannot say that now.</source>
        <translation>該單位此時不能如此應答。</translation>
    </message>
    <message>
        <source>Drill started by %2: %1</source>
        <translation>%2 開始演練：%1</translation>
    </message>
    <message>
        <source>Drill paused: %1</source>
        <translation>演練暫停：%1</translation>
    </message>
    <message>
        <source>Drill goes on, %2: %1</source>
        <translation>%2 繼續演練：%1</translation>
    </message>
    <message>
        <source>Drill ended: %1</source>
        <translation>演練結束：%1</translation>
    </message>
    <message>
        <source>Drill, next act: %1</source>
        <translation>演練，觸發下一步：%1</translation>
    </message>
    <message>
        <source>Call: %1</source>
        <translation>來電：%1</translation>
    </message>
    <message>
        <source>you spoke for %1 s</source>
        <translation>您發話 %1 秒</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>尚未應答</translation>
    </message>
    <message>
        <source>stand down</source>
        <translation>解除派遣</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已看到</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已確認</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>已派遣</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>On scene</source>
        <translation>抵達</translation>
    </message>
    <message>
        <source>%1, too late</source>
        <translation>%1，逾時</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>Camera %1</source>
        <translation>攝影機 %1</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export trends</source>
        <translation>匯出趨勢資料</translation>
    </message>
    <message>
        <source>Exporting %1…</source>
        <translation>正在匯出 %1…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已儲存：%1</translation>
    </message>
    <message>
        <source>Not saved: %1 (%2)</source>
        <translation>未儲存：%1（%2）</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>today p95 %1 s</source>
        <translation>今日 p95 %1 秒</translation>
    </message>
    <message>
        <source>alarm → picture</source>
        <translation>警報→畫面</translation>
    </message>
</context>
<context>
    <name>Identity</name>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>retry after %1 s</source>
        <translation>%1 秒後重試</translation>
    </message>
    <message>
        <source>not tried again</source>
        <translation>不再重試</translation>
    </message>
</context>
<context>
    <name>IncidentActs</name>
    <message>
        <source>Join %1</source>
        <translation>併入 %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>記事</translation>
    </message>
    <message>
        <source>To position</source>
        <translation>移交席位</translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation>在哪裡？</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>119 is there</source>
        <translation>119 已抵達</translation>
    </message>
    <message>
        <source>Close …</source>
        <translation>結案 …</translation>
    </message>
    <message>
        <source>New incident  Ctrl+N</source>
        <translation>新增事件  Ctrl+N</translation>
    </message>
    <message numerus="yes">
        <source>Dispatch %n units</source>
        <translation>
            <numerusform>派遣 %n 個單位</numerusform>
        </translation>
    </message>
    <message>
        <source>Add units</source>
        <translation>增派單位</translation>
    </message>
    <message>
        <source>Open an incident</source>
        <translation>立案</translation>
    </message>
</context>
<context>
    <name>IncidentPage</name>
    <message>
        <source>Open incidents</source>
        <translation>未結案事件</translation>
    </message>
    <message>
        <source>Closed lately</source>
        <translation>最近結案</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>No incident is chosen. Enter on one of the list shows its timeline.</source>
        <translation>尚未選擇事件。在清單中按 Enter 顯示其時間軸。</translation>
    </message>
</context>
<context>
    <name>IncidentWords</name>
    <message>
        <source>Resolved</source>
        <translation>已處理</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未發現異常</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>誤報</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重複事件</translation>
    </message>
    <message>
        <source>Handed to 119</source>
        <translation>移交 119</translation>
    </message>
    <message>
        <source>This incident is not known here any more</source>
        <translation>此處已沒有該事件</translation>
    </message>
    <message>
        <source>This incident is closed</source>
        <translation>該事件已結案</translation>
    </message>
    <message>
        <source>This alarm belongs to another incident</source>
        <translation>此警報屬於另一事件</translation>
    </message>
    <message>
        <source>This position owns it already</source>
        <translation>本席位已負責該事件</translation>
    </message>
    <message>
        <source>Name the position that takes over</source>
        <translation>請填寫接手的席位</translation>
    </message>
    <message>
        <source>Say where it is</source>
        <translation>請填寫地點</translation>
    </message>
    <message>
        <source>The note is empty</source>
        <translation>記事是空的</translation>
    </message>
    <message>
        <source>The note is too long</source>
        <translation>記事過長</translation>
    </message>
    <message>
        <source>This clock has stopped already</source>
        <translation>此計時已停止</translation>
    </message>
    <message>
        <source>Choose an alarm or an incident first</source>
        <translation>請先選擇警報或事件</translation>
    </message>
    <message>
        <source>There is no such unit</source>
        <translation>沒有這個單位</translation>
    </message>
    <message>
        <source>Nobody else can be sent</source>
        <translation>已無其他單位可派</translation>
    </message>
    <message>
        <source>This unit is out of service</source>
        <translation>該單位停勤</translation>
    </message>
    <message>
        <source>This unit has the order already</source>
        <translation>該單位已有派遣單</translation>
    </message>
    <message>
        <source>This unit is at another incident</source>
        <translation>該單位正在另一事件</translation>
    </message>
    <message>
        <source>This unit has no order</source>
        <translation>該單位沒有任務</translation>
    </message>
    <message>
        <source>The unit is so already</source>
        <translation>該單位已是此狀態</translation>
    </message>
    <message>
        <source>No unit can say that of itself</source>
        <translation>單位不能自報此狀態</translation>
    </message>
</context>
<context>
    <name>JournalPanel</name>
    <message>
        <source>Journal</source>
        <translation>事件紀錄</translation>
    </message>
    <message>
        <source>Raised: %1</source>
        <translation>警報：%1</translation>
    </message>
    <message>
        <source>%2 acknowledged: %1</source>
        <translation>%2 已確認：%1</translation>
    </message>
    <message>
        <source>Normal again: %1</source>
        <translation>恢復正常：%1</translation>
    </message>
    <message>
        <source>%2 reset: %1</source>
        <translation>%2 已復歸：%1</translation>
    </message>
    <message>
        <source>%2 was first: %1</source>
        <translation>%2 已先操作：%1</translation>
    </message>
    <message>
        <source>Picture: %1, %2</source>
        <translation>畫面：%1，%2</translation>
    </message>
    <message>
        <source>%1 spoke on %2, %3</source>
        <translation>%1 在 %2 通話，%3</translation>
    </message>
    <message>
        <source>%1 lost: %2</source>
        <translation>%1 中斷：%2</translation>
    </message>
    <message>
        <source>%1 is up</source>
        <translation>%1正常</translation>
    </message>
    <message>
        <source>Refused (%1): %2</source>
        <translation>拒收（%1）：%2</translation>
    </message>
    <message>
        <source>A message was set aside: %1</source>
        <translation>一則訊息已隔離：%1</translation>
    </message>
    <message>
        <source>The clock was stepped by %1 s</source>
        <translation>時鐘跳變 %1 秒</translation>
    </message>
</context>
<context>
    <name>KindWords</name>
    <message>
        <source>%1: fault</source>
        <translation>%1：故障</translation>
    </message>
    <message>
        <source>%1: test or removed</source>
        <translation>%1：測試或拆除</translation>
    </message>
    <message>
        <source>%1: not heard</source>
        <translation>%1：無訊號</translation>
    </message>
    <message>
        <source>Smoke</source>
        <translation>偵煙警報</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>感熱警報</translation>
    </message>
    <message>
        <source>Flame</source>
        <translation>火焰警報</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>火災警報</translation>
    </message>
    <message>
        <source>Manual call point</source>
        <translation>手動報警機</translation>
    </message>
    <message>
        <source>Water flow</source>
        <translation>水流指示</translation>
    </message>
    <message>
        <source>Panic button</source>
        <translation>緊急按鈕</translation>
    </message>
    <message>
        <source>Gas</source>
        <translation>瓦斯</translation>
    </message>
    <message>
        <source>Carbon monoxide</source>
        <translation>一氧化碳</translation>
    </message>
    <message>
        <source>Pre-alarm</source>
        <translation>預警</translation>
    </message>
    <message>
        <source>Smoke in the picture</source>
        <translation>畫面煙霧</translation>
    </message>
    <message>
        <source>Fire in the picture</source>
        <translation>畫面火焰</translation>
    </message>
    <message>
        <source>On test</source>
        <translation>測試中</translation>
    </message>
    <message>
        <source>Silenced</source>
        <translation>已靜音</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>被拆除</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已隔離</translation>
    </message>
    <message>
        <source>Valve shut</source>
        <translation>閥門關閉</translation>
    </message>
    <message>
        <source>Fire door open</source>
        <translation>防火門開啟</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>回饋訊號</translation>
    </message>
    <message>
        <source>Tamper</source>
        <translation>防拆警報</translation>
    </message>
    <message>
        <source>Device fault</source>
        <translation>設備故障</translation>
    </message>
    <message>
        <source>Device offline</source>
        <translation>設備離線</translation>
    </message>
    <message>
        <source>Clock wrong</source>
        <translation>時鐘異常</translation>
    </message>
    <message>
        <source>Power fault</source>
        <translation>電源故障</translation>
    </message>
    <message>
        <source>Wire break</source>
        <translation>線路斷線</translation>
    </message>
    <message>
        <source>Video loss</source>
        <translation>影像中斷</translation>
    </message>
    <message>
        <source>Battery low</source>
        <translation>電池電量低</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>攝影機無畫面</translation>
    </message>
    <message>
        <source>E-bike in lift</source>
        <translation>電動車進電梯</translation>
    </message>
    <message>
        <source>Fire lane blocked</source>
        <translation>消防通道占用</translation>
    </message>
    <message>
        <source>Piled goods</source>
        <translation>雜物堆放</translation>
    </message>
    <message>
        <source>Charging post too hot</source>
        <translation>充電樁過熱</translation>
    </message>
    <message>
        <source>Charging post temperature</source>
        <translation>充電樁溫度</translation>
    </message>
    <message>
        <source>Water leak</source>
        <translation>漏水</translation>
    </message>
    <message>
        <source>Intrusion</source>
        <translation>入侵</translation>
    </message>
    <message>
        <source>Leakage current</source>
        <translation>漏電電流</translation>
    </message>
    <message>
        <source>Rain warning</source>
        <translation>豪雨警報</translation>
    </message>
    <message>
        <source>Wind warning</source>
        <translation>強風警報</translation>
    </message>
    <message>
        <source>Heat warning</source>
        <translation>高溫警報</translation>
    </message>
    <message>
        <source>Flood warning</source>
        <translation>洪水警報</translation>
    </message>
    <message>
        <source>Weather warning</source>
        <translation>氣象警報</translation>
    </message>
    <message>
        <source>Hydrant pressure</source>
        <translation>消防栓水壓</translation>
    </message>
    <message>
        <source>Water level</source>
        <translation>水位</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>溫度</translation>
    </message>
    <message>
        <source>Humidity</source>
        <translation>濕度</translation>
    </message>
    <message>
        <source>Gas level</source>
        <translation>瓦斯濃度</translation>
    </message>
    <message>
        <source>CO level</source>
        <translation>一氧化碳濃度</translation>
    </message>
    <message>
        <source>Smoke level</source>
        <translation>煙霧濃度</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>功率</translation>
    </message>
    <message>
        <source>Rain</source>
        <translation>雨量</translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation>電壓</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>電流</translation>
    </message>
    <message>
        <source>Radio quality</source>
        <translation>無線訊號品質</translation>
    </message>
    <message>
        <source>Broker lost</source>
        <translation>訊息服務中斷</translation>
    </message>
    <message>
        <source>Journal failing</source>
        <translation>日誌寫入失敗</translation>
    </message>
    <message>
        <source>Trends not kept</source>
        <translation>趨勢資料未保存</translation>
    </message>
    <message>
        <source>Receipts failing</source>
        <translation>收件紀錄寫入失敗</translation>
    </message>
    <message>
        <source>Video lost</source>
        <translation>視訊程序中斷</translation>
    </message>
    <message>
        <source>Sound lost</source>
        <translation>聲音中斷</translation>
    </message>
    <message>
        <source>Voice server lost</source>
        <translation>語音伺服器中斷</translation>
    </message>
    <message>
        <source>Guardian lost</source>
        <translation>守護程式已中斷</translation>
    </message>
    <message>
        <source>No clip kept</source>
        <translation>未保存錄影片段</translation>
    </message>
    <message>
        <source>Message set aside</source>
        <translation>訊息已隔離</translation>
    </message>
    <message>
        <source>Program error</source>
        <translation>程式錯誤</translation>
    </message>
    <message>
        <source>Screen gone</source>
        <translation>螢幕遺失</translation>
    </message>
    <message>
        <source>Settings file failing</source>
        <translation>設定檔故障</translation>
    </message>
</context>
<context>
    <name>Lamps</name>
    <message>
        <source>up</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>ON AIR</source>
        <translation>通話中</translation>
    </message>
    <message>
        <source>lost %1</source>
        <translation>中斷 %1</translation>
    </message>
    <message>
        <source>silenced</source>
        <translation>已靜音</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未啟用</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>Latency ledger, s</source>
        <translation>延遲紀錄，秒</translation>
    </message>
    <message>
        <source>device</source>
        <translation>偵測器</translation>
    </message>
    <message>
        <source>received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>row</source>
        <translation>列出</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>畫面</translation>
    </message>
    <message>
        <source>your key</source>
        <translation>您的確認</translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message>
        <source>Broker</source>
        <translation>訊息</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>日誌庫</translation>
    </message>
    <message>
        <source>History</source>
        <translation>歷史資料</translation>
    </message>
    <message>
        <source>Spool</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>視訊</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>聲音</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>語音</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>守護程式</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>攝影機</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點位</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>螢幕</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>設定檔</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>連線被拒絕</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>無法連線</translation>
    </message>
    <message>
        <source>name not found</source>
        <translation>找不到主機名稱</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS 失敗</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>無回應</translation>
    </message>
    <message>
        <source>no heartbeat</source>
        <translation>無心跳回應</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>密碼錯誤</translation>
    </message>
    <message>
        <source>not authorised</source>
        <translation>未授權</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>未被接受</translation>
    </message>
    <message>
        <source>subscription refused</source>
        <translation>訂閱被拒絕</translation>
    </message>
    <message>
        <source>another console uses this position</source>
        <translation>另一主控台占用此席位</translation>
    </message>
    <message>
        <source>broker is shutting down</source>
        <translation>訊息服務正在關閉</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>連線中斷</translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation>通訊協定錯誤</translation>
    </message>
    <message>
        <source>wrong configuration</source>
        <translation>設定錯誤</translation>
    </message>
    <message>
        <source>database locked</source>
        <translation>資料庫被鎖定</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>磁碟已滿</translation>
    </message>
    <message>
        <source>folder is read-only</source>
        <translation>資料夾唯讀</translation>
    </message>
    <message>
        <source>file damaged</source>
        <translation>檔案損毀</translation>
    </message>
    <message>
        <source>database server away</source>
        <translation>資料庫伺服器無法連線</translation>
    </message>
    <message>
        <source>read or write error</source>
        <translation>讀寫錯誤</translation>
    </message>
    <message>
        <source>used by another process</source>
        <translation>被另一程序占用</translation>
    </message>
    <message>
        <source>program error</source>
        <translation>程式錯誤</translation>
    </message>
    <message>
        <source>process died</source>
        <translation>程序結束</translation>
    </message>
    <message>
        <source>process hung</source>
        <translation>程序無回應</translation>
    </message>
    <message>
        <source>process cannot start</source>
        <translation>程序無法啟動</translation>
    </message>
    <message>
        <source>no audio device</source>
        <translation>沒有音訊裝置</translation>
    </message>
    <message>
        <source>audio device gone</source>
        <translation>音訊裝置已中斷</translation>
    </message>
    <message>
        <source>audio device takes no sound</source>
        <translation>音訊裝置不接收聲音</translation>
    </message>
    <message>
        <source>audio device cannot be opened</source>
        <translation>音訊裝置無法開啟</translation>
    </message>
    <message>
        <source>not a voice server</source>
        <translation>不是語音伺服器</translation>
    </message>
    <message>
        <source>no encrypted connection</source>
        <translation>無法加密連線</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>憑證不受信任</translation>
    </message>
    <message>
        <source>name in use</source>
        <translation>名稱已被使用</translation>
    </message>
    <message>
        <source>name refused</source>
        <translation>名稱遭拒絕</translation>
    </message>
    <message>
        <source>server full</source>
        <translation>伺服器已滿</translation>
    </message>
    <message>
        <source>needs our certificate</source>
        <translation>需要本機憑證</translation>
    </message>
    <message>
        <source>not admitted</source>
        <translation>不允許進入</translation>
    </message>
    <message>
        <source>sent away</source>
        <translation>遭移出</translation>
    </message>
    <message>
        <source>channel unknown</source>
        <translation>沒有此頻道</translation>
    </message>
    <message>
        <source>password unreadable</source>
        <translation>密碼無法讀取</translation>
    </message>
    <message>
        <source>own certificate unreadable</source>
        <translation>本機憑證無法讀取</translation>
    </message>
    <message>
        <source>the voice process ended</source>
        <translation>語音程序已結束</translation>
    </message>
    <message>
        <source>nobody listens to this topic</source>
        <translation>此主題無人訂閱</translation>
    </message>
    <message>
        <source>no rule for it</source>
        <translation>無對應規則</translation>
    </message>
    <message>
        <source>nothing in it to watch</source>
        <translation>無監視內容</translation>
    </message>
    <message>
        <source>device not named</source>
        <translation>未標明設備</translation>
    </message>
    <message>
        <source>value missing</source>
        <translation>缺少數值</translation>
    </message>
    <message>
        <source>device not introduced</source>
        <translation>設備未註冊</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空訊息</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>過大</translation>
    </message>
    <message>
        <source>nested too deep</source>
        <translation>巢狀過深</translation>
    </message>
    <message>
        <source>wrong character set</source>
        <translation>字元集錯誤</translation>
    </message>
    <message>
        <source>broken JSON</source>
        <translation>JSON 損毀</translation>
    </message>
    <message>
        <source>broken XML</source>
        <translation>XML 損毀</translation>
    </message>
    <message>
        <source>broken frame</source>
        <translation>封包損毀</translation>
    </message>
    <message>
        <source>wrong checksum</source>
        <translation>檢查碼錯誤</translation>
    </message>
    <message>
        <source>unknown unit</source>
        <translation>未知單位</translation>
    </message>
    <message>
        <source>kept from another time</source>
        <translation>保留的舊訊息</translation>
    </message>
    <message>
        <source>wrong type</source>
        <translation>型別錯誤</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>no microphone: listening only</source>
        <translation>無麥克風：只能收聽</translation>
    </message>
    <message>
        <source>open</source>
        <translation>開</translation>
    </message>
    <message>
        <source>shut</source>
        <translation>關</translation>
    </message>
    <message>
        <source>mic</source>
        <translation>麥克風</translation>
    </message>
    <message>
        <source>The system's microphone</source>
        <translation>系統預設麥克風</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>A part of the program failed: %1.</source>
        <translation>程式的一部分發生錯誤：%1。</translation>
    </message>
    <message>
        <source>The console was restarted at %1 after it hung for %2 s.</source>
        <translation>主控台沒有回應 %2 秒，已於 %1 重新啟動。</translation>
    </message>
    <message>
        <source>The console was restarted at %1: it did not start within %2 s.</source>
        <translation>主控台未能在 %2 秒內啟動，已於 %1 重新啟動。</translation>
    </message>
    <message>
        <source>The console was restarted at %1 after it was killed (%2).</source>
        <translation>主控台遭強制終止（%2），已於 %1 重新啟動。</translation>
    </message>
    <message>
        <source>The console was restarted at %1 after it ended with status %2.</source>
        <translation>主控台異常結束（狀態 %2），已於 %1 重新啟動。</translation>
    </message>
    <message>
        <source>No report could be written.</source>
        <translation>無法寫入報告。</translation>
    </message>
    <message>
        <source>Report: %1</source>
        <translation>報告：%1</translation>
    </message>
    <message>
        <source>No sound: look at the screen. An alarm is due that nobody can hear.</source>
        <translation>無聲：請看螢幕。有警報應發聲，但聽不到。</translation>
    </message>
    <message>
        <source>Seen  Ctrl+D</source>
        <translation>已閱  Ctrl+D</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 則</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Result as PDF</source>
        <translation>結果（PDF）</translation>
    </message>
    <message>
        <source>Result as CSV</source>
        <translation>結果（CSV）</translation>
    </message>
    <message>
        <source>Another drill</source>
        <translation>再次演練</translation>
    </message>
</context>
<context>
    <name>PageButtons</name>
    <message>
        <source>Plan</source>
        <translation>平面圖</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>電視牆</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>錄影</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>趨勢圖</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演練</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Stays when an alarm comes</source>
        <translation>警報來時不切換</translation>
    </message>
</context>
<context>
    <name>PageRows</name>
    <message>
        <source>The site folder holds no scenario: see drills/ in its manual.</source>
        <translation>站點資料夾中沒有演練想定：見手冊 drills/。</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分鐘</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>演練內容</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>演練進程</translation>
    </message>
    <message>
        <source>No alarm was raised in this drill: there is nothing to measure.</source>
        <translation>本次演練未產生警報，無可統計內容。</translation>
    </message>
    <message>
        <source>after the alarm</source>
        <translation>警報後</translation>
    </message>
</context>
<context>
    <name>PhoneList</name>
    <message>
        <source>The phone wall is empty: no order, call or speech of this drill yet. Nothing leaves the room.</source>
        <translation>電話牆為空：本次演練尚無派令、來電或發話。一切不出本室。</translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>all sessions in use</source>
        <translation>連線數已滿</translation>
    </message>
    <message>
        <source>bad address</source>
        <translation>位址錯誤</translation>
    </message>
    <message>
        <source>no RTSP address</source>
        <translation>不是 RTSP 位址</translation>
    </message>
    <message>
        <source>refuses connections</source>
        <translation>拒絕連線</translation>
    </message>
    <message>
        <source>nobody answers</source>
        <translation>無人回應</translation>
    </message>
    <message>
        <source>network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>無回應</translation>
    </message>
    <message>
        <source>answer not understood</source>
        <translation>回應無法辨識</translation>
    </message>
    <message>
        <source>sent elsewhere again and again</source>
        <translation>被反覆重新導向</translation>
    </message>
    <message>
        <source>password cannot be read</source>
        <translation>密碼無法讀取</translation>
    </message>
    <message>
        <source>program error, see the log</source>
        <translation>程式錯誤，見記錄檔</translation>
    </message>
    <message>
        <source>no session opened</source>
        <translation>未建立工作階段</translation>
    </message>
    <message>
        <source>session forgotten</source>
        <translation>工作階段已失效</translation>
    </message>
    <message>
        <source>closed by the camera</source>
        <translation>攝影機關閉了連線</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>連線中斷</translation>
    </message>
    <message>
        <source>offers no video</source>
        <translation>不提供視訊</translation>
    </message>
    <message>
        <source>codec</source>
        <translation>編碼格式</translation>
    </message>
    <message>
        <source>cannot be decoded</source>
        <translation>無法解碼</translation>
    </message>
    <message>
        <source>nothing comes</source>
        <translation>沒有資料</translation>
    </message>
    <message>
        <source>nothing received for %1 s</source>
        <translation>%1 秒未收到資料</translation>
    </message>
    <message>
        <source>no key frame for %1 s</source>
        <translation>%1 秒無關鍵影格</translation>
    </message>
</context>
<context>
    <name>Placing</name>
    <message>
        <source>limit %1</source>
        <translation>門檻 %1</translation>
    </message>
    <message>
        <source>late by %1</source>
        <translation>延遲 %1</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>1 alarm</source>
        <translation>1 則警報</translation>
    </message>
    <message>
        <source>%1 alarms</source>
        <translation>%1 則警報</translation>
    </message>
    <message>
        <source>1 floor</source>
        <translation>1層</translation>
    </message>
    <message>
        <source>%1 floors</source>
        <translation>%1層</translation>
    </message>
    <message>
        <source>%1 points · %2 cameras</source>
        <translation>%1 個點位 · %2 支攝影機</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>全區</translation>
    </message>
    <message>
        <source>follows the alarm</source>
        <translation>跟隨警報</translation>
    </message>
    <message>
        <source>cameras</source>
        <translation>攝影機</translation>
    </message>
    <message>
        <source>detectors</source>
        <translation>偵測器</translation>
    </message>
    <message>
        <source>hydrants</source>
        <translation>消防栓</translation>
    </message>
    <message>
        <source>units</source>
        <translation>應變單位</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>平面圖：%1</translation>
    </message>
    <message>
        <source>%1 · %2 m to %3</source>
        <translation>%1 · 距 %3 號 %2 m</translation>
    </message>
    <message>
        <source>last heard %1 ago</source>
        <translation>%1 前定位</translation>
    </message>
    <message>
        <source>at its station</source>
        <translation>在駐地</translation>
    </message>
    <message>
        <source>not heard yet</source>
        <translation>尚無訊號</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>%1 · heard %2 ago</source>
        <translation>%1 · %2前收到</translation>
    </message>
    <message>
        <source>unit %1: %2</source>
        <translation>應變單位 %1：%2</translation>
    </message>
    <message>
        <source>camera %1: %2</source>
        <translation>攝影機 %1：%2</translation>
    </message>
    <message>
        <source>%1: ALARM %2</source>
        <translation>%1：警報 %2</translation>
    </message>
    <message>
        <source>%1: %2 open alarms, the gravest %3</source>
        <translation>%1：%2 則未結警報，最高為%3</translation>
    </message>
    <message>
        <source>N</source>
        <translation>北</translation>
    </message>
    <message>
        <source>dot: detector · fan: camera view · dashed: fire zone</source>
        <translation>圓點：偵測器 · 扇形：攝影機視野 · 虛線：防火區劃</translation>
    </message>
    <message>
        <source>Not placed on the plan · known: %1</source>
        <translation>圖上未定位 · 已知：%1</translation>
    </message>
    <message>
        <source>Not placed on the plan</source>
        <translation>圖上未定位</translation>
    </message>
    <message>
        <source>This alarm has no place on the plan</source>
        <translation>此警報在圖上沒有位置</translation>
    </message>
    <message>
        <source>On which floor it is, the site folder does not say</source>
        <translation>所在樓層：場所資料未註明</translation>
    </message>
    <message>
        <source>The walls of this floor are not drawn: lines of sight unknown</source>
        <translation>本層牆體未繪製：視線是否受阻未知</translation>
    </message>
    <message>
        <source>The site folder draws no buildings</source>
        <translation>場所資料中沒有建築</translation>
    </message>
</context>
<context>
    <name>PlayerPanel</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>錄影</translation>
    </message>
    <message>
        <source>Clips (%1): %2</source>
        <translation>錄影（%1）：%2</translation>
    </message>
    <message>
        <source>No snapshot: %1</source>
        <translation>未能截圖：%1</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已儲存：%1</translation>
    </message>
    <message>
        <source>Clips of the chosen alarm</source>
        <translation>所選警報的錄影</translation>
    </message>
    <message>
        <source>Place in the clip</source>
        <translation>錄影位置</translation>
    </message>
    <message>
        <source>Recorded picture</source>
        <translation>錄影畫面</translation>
    </message>
</context>
<context>
    <name>PlayerWords</name>
    <message>
        <source>REPLAY</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>partly saved</source>
        <translation>部分已儲存</translation>
    </message>
    <message>
        <source>no clip: %1</source>
        <translation>無錄影：%1</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已儲存</translation>
    </message>
    <message>
        <source>being saved</source>
        <translation>正在儲存</translation>
    </message>
    <message>
        <source>recording, ready in %1 s</source>
        <translation>錄製中，%1 秒後可看</translation>
    </message>
    <message>
        <source>the camera gave no pictures</source>
        <translation>攝影機無影像</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁碟已滿</translation>
    </message>
    <message>
        <source>the folder cannot be written</source>
        <translation>資料夾無法寫入</translation>
    </message>
    <message>
        <source>the disk is too slow</source>
        <translation>磁碟太慢</translation>
    </message>
    <message>
        <source>the pictures cannot be used</source>
        <translation>影像無法使用</translation>
    </message>
    <message>
        <source>the program ended before</source>
        <translation>程式先前已結束</translation>
    </message>
    <message>
        <source>a bad name</source>
        <translation>名稱無效</translation>
    </message>
    <message>
        <source>the site lost the camera</source>
        <translation>場所中已無此攝影機</translation>
    </message>
    <message>
        <source>nothing was heard of it</source>
        <translation>沒有收到結果</translation>
    </message>
    <message>
        <source>libvlc is not installed: clips cannot be played here</source>
        <translation>未安裝 libvlc：此處無法播放錄影</translation>
    </message>
    <message>
        <source>This is not a clip of this console</source>
        <translation>這不是本控制台的錄影</translation>
    </message>
    <message>
        <source>The file is gone</source>
        <translation>檔案已不存在</translation>
    </message>
    <message>
        <source>The clip is still being recorded</source>
        <translation>錄影仍在錄製中</translation>
    </message>
    <message>
        <source>The file is not the one that was recorded: its SHA-256 is not the journal's</source>
        <translation>此檔案不是當時錄製的檔案：SHA-256 與日誌不符</translation>
    </message>
    <message>
        <source>The facts beside the file are missing</source>
        <translation>檔案旁的說明缺失</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>檔案無法讀取</translation>
    </message>
    <message>
        <source>Nothing in the file can be decoded</source>
        <translation>檔案內容無法解碼</translation>
    </message>
    <message>
        <source>The player did not answer: open the clip again</source>
        <translation>播放器無回應：請重新開啟錄影</translation>
    </message>
    <message>
        <source>The clip stopped: open it again</source>
        <translation>錄影已停止：請重新開啟</translation>
    </message>
    <message>
        <source>The file is being checked</source>
        <translation>正在核對檔案</translation>
    </message>
    <message>
        <source>Choose a fire alarm: its clips are listed here</source>
        <translation>請選擇一筆火警：其錄影將列在此處</translation>
    </message>
    <message>
        <source>Choose a clip and press Enter</source>
        <translation>選擇錄影並按 Enter</translation>
    </message>
    <message>
        <source>This alarm has no clips</source>
        <translation>此警報沒有錄影</translation>
    </message>
</context>
<context>
    <name>PlotHead</name>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
</context>
<context>
    <name>PointPicker</name>
    <message>
        <source>name, place or kind of a measured point</source>
        <translation>量測點的名稱、地點或種類</translation>
    </message>
    <message>
        <source>No measured point is called so</source>
        <translation>沒有這樣的量測點</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>nearest free</source>
        <translation>最近待命</translation>
    </message>
    <message>
        <source>position %2 ago</source>
        <translation>定位 %2 前</translation>
    </message>
    <message>
        <source>from its station</source>
        <translation>自駐地</translation>
    </message>
    <message>
        <source>has %1</source>
        <translation>具備%1</translation>
    </message>
    <message>
        <source>no %1</source>
        <translation>無%1</translation>
    </message>
    <message>
        <source>at incident %3</source>
        <translation>在事件 %3</translation>
    </message>
    <message>
        <source>no answer %2</source>
        <translation>未回應 %2</translation>
    </message>
    <message>
        <source>has declined</source>
        <translation>已拒絕</translation>
    </message>
    <message>
        <source>on its way back</source>
        <translation>返回途中</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>停勤</translation>
    </message>
    <message>
        <source>no position</source>
        <translation>無位置</translation>
    </message>
    <message>
        <source>none of the skills</source>
        <translation>不具備所需技能</translation>
    </message>
    <message>
        <source>sent already</source>
        <translation>已派出</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>line of sight unknown</source>
        <translation>視線未知</translation>
    </message>
    <message>
        <source>No camera covers this detector</source>
        <translation>沒有攝影機涵蓋此偵測器</translation>
    </message>
    <message>
        <source>Every camera of this detector is offline</source>
        <translation>此偵測器的攝影機全部離線</translation>
    </message>
    <message>
        <source>Every camera of this detector is offline: %1</source>
        <translation>此偵測器的攝影機全部離線：%1</translation>
    </message>
    <message>
        <source>offline, would be: %1</source>
        <translation>離線，原為：%1</translation>
    </message>
    <message>
        <source>turn %1°</source>
        <translation>轉動 %1°</translation>
    </message>
    <message>
        <source>floor %1</source>
        <translation>樓層 %1</translation>
    </message>
    <message>
        <source>stair, floor %1</source>
        <translation>樓梯，樓層 %1</translation>
    </message>
    <message>
        <source>floor not known</source>
        <translation>樓層不明</translation>
    </message>
    <message>
        <source>too far to count</source>
        <translation>距離過遠</translation>
    </message>
    <message>
        <source>wall between</source>
        <translation>有牆遮擋</translation>
    </message>
    <message>
        <source>beyond its range</source>
        <translation>超出可視距離</translation>
    </message>
    <message>
        <source>looks elsewhere</source>
        <translation>朝向他處</translation>
    </message>
    <message>
        <source>beyond its pan limits</source>
        <translation>超出雲台範圍</translation>
    </message>
    <message>
        <source>right above</source>
        <translation>正上方</translation>
    </message>
    <message>
        <source>detector not on the plan</source>
        <translation>偵測器未上圖</translation>
    </message>
    <message>
        <source>camera not on the plan</source>
        <translation>攝影機未上圖</translation>
    </message>
</context>
<context>
    <name>RestRows</name>
    <message>
        <source>Open</source>
        <translation>未結</translation>
    </message>
    <message>
        <source>No alarm is open.</source>
        <translation>沒有未結警報。</translation>
    </message>
    <message>
        <source>active</source>
        <translation>警報中</translation>
    </message>
    <message>
        <source>verify and reset</source>
        <translation>查證並復歸</translation>
    </message>
    <message>
        <source>source lost</source>
        <translation>來源中斷</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>在勤</translation>
    </message>
    <message>
        <source>since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Cameras not live</source>
        <translation>無即時畫面的攝影機</translation>
    </message>
    <message>
        <source>Every camera shows a live picture.</source>
        <translation>所有攝影機畫面正常。</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>Points not heard</source>
        <translation>未收到訊息的點位</translation>
    </message>
    <message>
        <source>Every point was heard in its time.</source>
        <translation>所有點位均按時回報。</translation>
    </message>
    <message>
        <source>None is overdue; the others have not spoken since the start.</source>
        <translation>無逾時點位；其餘點位啟動以來尚未回報。</translation>
    </message>
    <message>
        <source>Last acts</source>
        <translation>最近操作</translation>
    </message>
    <message>
        <source>Nobody has acted since the start.</source>
        <translation>啟動以來尚無操作。</translation>
    </message>
    <message>
        <source>%1 acknowledged it</source>
        <translation>%1 已確認</translation>
    </message>
    <message>
        <source>%1 reset it</source>
        <translation>%1 已復歸</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 個</translation>
    </message>
</context>
<context>
    <name>ResultExport</name>
    <message>
        <source>Export the result</source>
        <translation>匯出結果</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>警報</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已儲存：%1</translation>
    </message>
    <message>
        <source>Not saved: %1 (%2)</source>
        <translation>未儲存：%1（%2）</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message numerus="yes">
        <source>%n units</source>
        <translation>
            <numerusform>%n 個單位</numerusform>
        </translation>
    </message>
    <message>
        <source>no answer %1</source>
        <translation>未回應 %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>by voice</source>
        <translation>口頭回報</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>dispatched at +%1</source>
        <translation>派遣於 +%1</translation>
    </message>
    <message>
        <source>position %1 ago</source>
        <translation>定位 %1 前</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>待命 %1 / %2</translation>
    </message>
    <message>
        <source>leaves %1</source>
        <translation>離開 %1</translation>
    </message>
    <message>
        <source>straight line</source>
        <translation>直線距離</translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n 個未列</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody else can be sent. %1</source>
        <translation>已無其他單位可派。%1</translation>
    </message>
</context>
<context>
    <name>Scene</name>
    <message>
        <source>reading the history…</source>
        <translation>正在讀取歷史資料…</translation>
    </message>
    <message>
        <source>The history cannot be read: what is older than memory is missing</source>
        <translation>歷史資料無法讀取：缺少記憶體以前的資料</translation>
    </message>
</context>
<context>
    <name>ScreenWords</name>
    <message>
        <source>no window</source>
        <translation>無視窗</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Wall %1</source>
        <translation>電視牆 %1</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未連線</translation>
    </message>
    <message>
        <source>Screen %1 is gone: its window is here until it is back</source>
        <translation>螢幕 %1 已中斷：其視窗暫移至此，恢復後移回</translation>
    </message>
    <message>
        <source>Screen %1 is gone: %2 is parked</source>
        <translation>螢幕 %1 已中斷：%2 已暫存</translation>
    </message>
    <message>
        <source>Windows cannot be placed on several screens in a Wayland session: choose an X11 session</source>
        <translation>Wayland 工作階段下無法在多個螢幕上放置視窗：請選擇 X11 工作階段</translation>
    </message>
    <message>
        <source>Press Ctrl+Shift+Q once more to end Watchroom</source>
        <translation>再按一次 Ctrl+Shift+Q 結束程式</translation>
    </message>
    <message>
        <source>This window always needs a screen: give another one its role first</source>
        <translation>此視窗必須有螢幕：請先將其角色交給另一螢幕</translation>
    </message>
    <message>
        <source>This screen is not connected</source>
        <translation>此螢幕未連接</translation>
    </message>
    <message>
        <source>Between 0.3 and 50 metres</source>
        <translation>0.3 至 50 公尺</translation>
    </message>
</context>
<context>
    <name>ScreensPanel</name>
    <message>
        <source>Screens</source>
        <translation>螢幕</translation>
    </message>
    <message>
        <source>Done  Ctrl+I</source>
        <translation>完成  Ctrl+I</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>螢幕</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Farthest reader</source>
        <translation>最遠觀看者</translation>
    </message>
</context>
<context>
    <name>SiteChange</name>
    <message>
        <source>Apply  Ctrl+R</source>
        <translation>套用  Ctrl+R</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放棄</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>SiteWords</name>
    <message>
        <source>Reading the site folder …</source>
        <translation>正在讀取園區資料夾…</translation>
    </message>
    <message numerus="yes">
        <source>The site folder has %n error(s). The site goes on as it was.</source>
        <translation>
            <numerusform>園區資料夾有 %n 處錯誤，繼續使用原園區。</numerusform>
        </translation>
    </message>
    <message>
        <source>The site has changed: %1 added, %2 removed, %3 changed</source>
        <translation>園區有變更：新增 %1，移除 %2，修改 %3</translation>
    </message>
    <message>
        <source>%4 applied the site: %1 added, %2 removed, %3 changed</source>
        <translation>%4 已套用園區變更：新增 %1，移除 %2，修改 %3</translation>
    </message>
    <message>
        <source>The site folder says nothing new</source>
        <translation>園區資料夾沒有變更</translation>
    </message>
    <message>
        <source>The site folder cannot be used</source>
        <translation>園區資料夾無法使用</translation>
    </message>
    <message>
        <source>%1 discarded the change of the site</source>
        <translation>%1 已放棄園區變更</translation>
    </message>
    <message>
        <source>The site folder has changed</source>
        <translation>園區資料夾有變更</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>攝影機</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點位</translation>
    </message>
    <message>
        <source>Bindings</source>
        <translation>綁定</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>分區</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>建築</translation>
    </message>
    <message>
        <source>Floors</source>
        <translation>樓層</translation>
    </message>
    <message>
        <source>Walls</source>
        <translation>牆體</translation>
    </message>
    <message>
        <source>Doors</source>
        <translation>門</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>場地</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>處置指引</translation>
    </message>
    <message>
        <source>Talk groups</source>
        <translation>通話群組</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>應變單位</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>派遣方案</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>Sparks</name>
    <message>
        <source>Trend −10 to +5 min</source>
        <translation>趨勢 −10 至 +5 分鐘</translation>
    </message>
</context>
<context>
    <name>Spoke</name>
    <message>
        <source>R plays last</source>
        <translation>R 重聽</translation>
    </message>
    <message>
        <source>Nobody has spoken yet.</source>
        <translation>還沒有人通話。</translation>
    </message>
    <message>
        <source>You hear nobody you speak to</source>
        <translation>通話時聽不到對方</translation>
    </message>
    <message>
        <source>Sandbox: not on the air</source>
        <translation>演練沙箱：不對外發話</translation>
    </message>
    <message>
        <source>Who spoke</source>
        <translation>通話紀錄</translation>
    </message>
</context>
<context>
    <name>StartForm</name>
    <message>
        <source>Scenario</source>
        <translation>想定</translation>
    </message>
    <message>
        <source>Controller</source>
        <translation>導調員</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分鐘</translation>
    </message>
    <message>
        <source>Start the drill (hold 1 s)</source>
        <translation>開始演練（按住 1 秒）</translation>
    </message>
</context>
<context>
    <name>SurfaceTiles</name>
    <message>
        <source>no camera</source>
        <translation>無攝影機</translation>
    </message>
    <message>
        <source>No further alarm</source>
        <translation>無其他警報</translation>
    </message>
    <message>
        <source>No further camera</source>
        <translation>無其他攝影機</translation>
    </message>
</context>
<context>
    <name>TalkButton</name>
    <message>
        <source>hold F12</source>
        <translation>按住 F12</translation>
    </message>
    <message>
        <source>left · latched</source>
        <translation>剩餘 · 已鎖定</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最長 %1</translation>
    </message>
</context>
<context>
    <name>TalkWords</name>
    <message>
        <source>NO TARGET</source>
        <translation>未選對象</translation>
    </message>
    <message>
        <source>NOT CONNECTED</source>
        <translation>未連線</translation>
    </message>
    <message>
        <source>OPENING</source>
        <translation>接通中</translation>
    </message>
    <message>
        <source>TALK</source>
        <translation>按住通話</translation>
    </message>
    <message>
        <source>ON AIR</source>
        <translation>通話中</translation>
    </message>
    <message>
        <source>BUSY</source>
        <translation>占線</translation>
    </message>
    <message>
        <source>REFUSED</source>
        <translation>遭拒絕</translation>
    </message>
    <message>
        <source>MIC LOST</source>
        <translation>麥克風遺失</translation>
    </message>
    <message>
        <source>NO MICROPHONE</source>
        <translation>無麥克風</translation>
    </message>
    <message>
        <source>choose a group</source>
        <translation>請選擇群組</translation>
    </message>
    <message>
        <source>nobody hears you yet</source>
        <translation>對方還聽不到</translation>
    </message>
    <message>
        <source>you can only listen</source>
        <translation>只能收聽</translation>
    </message>
    <message>
        <source>%1 of %2 hear you</source>
        <translation>%2 組中 %1 組聽得到</translation>
    </message>
    <message>
        <source>press again to end</source>
        <translation>再按一次結束</translation>
    </message>
    <message>
        <source>speak now</source>
        <translation>請講話</translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation>就緒 %1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) ready</source>
        <translation>
            <numerusform>%n 個對象就緒</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a target first</source>
        <translation>請先選擇對象</translation>
    </message>
    <message>
        <source>Not every target is in view</source>
        <translation>有對象未顯示</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>無麥克風</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未連線</translation>
    </message>
    <message>
        <source>The voice server refuses</source>
        <translation>語音伺服器拒絕</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未連線</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>接通中</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就緒</translation>
    </message>
    <message>
        <source>on air</source>
        <translation>通話中</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>占線</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>遭拒絕</translation>
    </message>
    <message>
        <source>listen only</source>
        <translation>只能收聽</translation>
    </message>
    <message numerus="yes">
        <source>%n hear(s) you</source>
        <translation>
            <numerusform>%n 人收聽</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody there</source>
        <translation>無人在線</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>尚未連線</translation>
    </message>
    <message>
        <source>nobody answers</source>
        <translation>無人回應</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>連線中斷</translation>
    </message>
    <message>
        <source>the server is silent</source>
        <translation>伺服器沒有回應</translation>
    </message>
    <message>
        <source>not a voice server</source>
        <translation>不是語音伺服器</translation>
    </message>
    <message>
        <source>no encrypted connection</source>
        <translation>無法加密連線</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>憑證不受信任</translation>
    </message>
    <message>
        <source>the voice process ended</source>
        <translation>語音程序已結束</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>密碼錯誤</translation>
    </message>
    <message>
        <source>name in use</source>
        <translation>名稱已被使用</translation>
    </message>
    <message>
        <source>name refused</source>
        <translation>名稱遭拒絕</translation>
    </message>
    <message>
        <source>server full</source>
        <translation>伺服器已滿</translation>
    </message>
    <message>
        <source>needs our certificate</source>
        <translation>需要本機憑證</translation>
    </message>
    <message>
        <source>not admitted</source>
        <translation>不允許進入</translation>
    </message>
    <message>
        <source>sent away</source>
        <translation>遭移出</translation>
    </message>
    <message>
        <source>password unreadable</source>
        <translation>密碼無法讀取</translation>
    </message>
    <message>
        <source>own certificate unreadable</source>
        <translation>本機憑證無法讀取</translation>
    </message>
    <message>
        <source>channel unknown</source>
        <translation>沒有此頻道</translation>
    </message>
    <message>
        <source>may not enter</source>
        <translation>無權進入</translation>
    </message>
    <message>
        <source>may not speak</source>
        <translation>無權講話</translation>
    </message>
    <message>
        <source>muted by the server</source>
        <translation>遭伺服器靜音</translation>
    </message>
    <message>
        <source>libopus is missing</source>
        <translation>缺少 libopus</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>檔案遺失</translation>
    </message>
    <message>
        <source>cannot be played</source>
        <translation>無法播放</translation>
    </message>
    <message>
        <source>no loudspeaker</source>
        <translation>沒有喇叭</translation>
    </message>
</context>
<context>
    <name>Targets</name>
    <message>
        <source>%1 more …</source>
        <translation>另有 %1 組…</translation>
    </message>
    <message>
        <source>%1 speaks</source>
        <translation>%1 通話中</translation>
    </message>
    <message>
        <source>%1 of %2 on air</source>
        <translation>通話 %1/%2</translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation>就緒 %1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n 組</numerusform>
        </translation>
    </message>
    <message>
        <source>target</source>
        <translation>對象</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>非對象</translation>
    </message>
</context>
<context>
    <name>TimelineWords</name>
    <message>
        <source>console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>Alarm: %1</source>
        <translation>警報：%1</translation>
    </message>
    <message>
        <source>Acknowledged: %1</source>
        <translation>已確認：%1</translation>
    </message>
    <message>
        <source>Normal again: %1</source>
        <translation>恢復正常：%1</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>已復歸：%1</translation>
    </message>
    <message>
        <source>Source lost: %1</source>
        <translation>訊號中斷：%1</translation>
    </message>
    <message>
        <source>Source back: %1</source>
        <translation>訊號恢復：%1</translation>
    </message>
    <message>
        <source>Picture shown: %1</source>
        <translation>已顯示畫面：%1</translation>
    </message>
    <message>
        <source>Clip kept: %1</source>
        <translation>已保存錄影：%1</translation>
    </message>
    <message>
        <source>No clip: %1</source>
        <translation>未保存錄影：%1</translation>
    </message>
    <message>
        <source>Clip played: %1</source>
        <translation>已回放錄影：%1</translation>
    </message>
    <message>
        <source>Snapshot taken: %1</source>
        <translation>已截圖：%1</translation>
    </message>
    <message>
        <source>leaves %1</source>
        <translation>離開 %1</translation>
    </message>
    <message>
        <source>Ordered to go: %1</source>
        <translation>已派遣：%1</translation>
    </message>
    <message>
        <source>Order withdrawn: %1</source>
        <translation>派遣已撤回：%1</translation>
    </message>
    <message>
        <source>Order sent: %1</source>
        <translation>派遣單已送出：%1</translation>
    </message>
    <message>
        <source>Nobody received the order: %1</source>
        <translation>派遣單無人接收：%1</translation>
    </message>
    <message>
        <source>Order never sent: %1</source>
        <translation>派遣單未能送出：%1</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>未回應：%1</translation>
    </message>
    <message>
        <source>by voice</source>
        <translation>口頭回報</translation>
    </message>
    <message>
        <source>Stood down: %1</source>
        <translation>已解除任務：%1</translation>
    </message>
    <message>
        <source>Incident opened: %1</source>
        <translation>已立案：%1</translation>
    </message>
    <message>
        <source>Alarm joined the incident</source>
        <translation>警報併入事件</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>已接手</translation>
    </message>
    <message>
        <source>Handed over to %1</source>
        <translation>已移交 %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>記事：%1</translation>
    </message>
    <message>
        <source>Incident closed</source>
        <translation>事件已結案</translation>
    </message>
    <message>
        <source>Clock stopped: %1</source>
        <translation>計時停止：%1</translation>
    </message>
    <message>
        <source>Time is up: %1</source>
        <translation>已逾時：%1</translation>
    </message>
    <message>
        <source>Said to %1</source>
        <translation>對 %1 講話</translation>
    </message>
    <message>
        <source>%2 on %1</source>
        <translation>%2 在 %1 講話</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Previous clip</source>
        <translation>上一段錄影</translation>
    </message>
    <message>
        <source>Next clip</source>
        <translation>下一段錄影</translation>
    </message>
    <message>
        <source>One picture back (,)</source>
        <translation>後退一格（,）</translation>
    </message>
    <message>
        <source>One picture on (.)</source>
        <translation>前進一格（.）</translation>
    </message>
    <message>
        <source>%1 times as fast</source>
        <translation>%1 倍速</translation>
    </message>
    <message>
        <source>Snapshot (S)</source>
        <translation>截圖（S）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空白鍵</translation>
    </message>
</context>
<context>
    <name>TrendBar</name>
    <message>
        <source>live</source>
        <translation>即時</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>+ point</source>
        <translation>＋ 量測點</translation>
    </message>
    <message>
        <source>on the desk</source>
        <translation>放到席位</translation>
    </message>
    <message>
        <source>These points are what the left column shows at rest</source>
        <translation>平時左欄顯示這些量測點</translation>
    </message>
    <message>
        <source>export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Values as CSV…</source>
        <translation>數值（CSV）…</translation>
    </message>
    <message>
        <source>Picture as PNG…</source>
        <translation>圖片（PNG）…</translation>
    </message>
</context>
<context>
    <name>TrendPage</name>
    <message>
        <source>Nothing is measured near this alarm</source>
        <translation>此警報附近沒有量測點</translation>
    </message>
    <message>
        <source>The left column shows these points at rest from now on</source>
        <translation>從現在起，平時左欄顯示這些量測點</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>趨勢圖</translation>
    </message>
    <message>
        <source>No point is drawn. “+ point” finds one by name; F7 shows the chosen alarm's.</source>
        <translation>尚未選擇量測點。「＋ 量測點」依名稱尋找；F7 顯示所選警報處的量測點。</translation>
    </message>
</context>
<context>
    <name>TrendPanel</name>
    <message>
        <source>Trends</source>
        <translation>趨勢圖</translation>
    </message>
    <message>
        <source>No point of this site measures a number.</source>
        <translation>本場域沒有量測數值的點位。</translation>
    </message>
    <message>
        <source>the large one %1, others %2</source>
        <translation>大圖 %1，其他 %2</translation>
    </message>
</context>
<context>
    <name>TrendWords</name>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小時</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分鐘</translation>
    </message>
    <message>
        <source>history cannot be read</source>
        <translation>歷史資料無法讀取</translation>
    </message>
    <message>
        <source>no data %1</source>
        <translation>無資料 %1</translation>
    </message>
    <message>
        <source>read %1 ago</source>
        <translation>%1 前讀數</translation>
    </message>
    <message>
        <source>not heard since the start</source>
        <translation>啟動後尚無讀數</translation>
    </message>
    <message>
        <source>of the same device</source>
        <translation>同一設備</translation>
    </message>
    <message>
        <source>nearest in the zone</source>
        <translation>同防火區劃最近</translation>
    </message>
    <message>
        <source>nearest on the floor</source>
        <translation>同樓層最近</translation>
    </message>
    <message>
        <source>nearest in the building</source>
        <translation>同棟最近</translation>
    </message>
    <message>
        <source>nearest on the site</source>
        <translation>場域內最近</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁碟已滿</translation>
    </message>
    <message>
        <source>nothing may be written there</source>
        <translation>該位置不可寫入</translation>
    </message>
    <message>
        <source>the disk failed or the folder is gone</source>
        <translation>磁碟故障或資料夾不存在</translation>
    </message>
    <message>
        <source>this console writes no files</source>
        <translation>本主控台不寫檔案</translation>
    </message>
    <message>
        <source>This point is shown already</source>
        <translation>該量測點已顯示</translation>
    </message>
    <message>
        <source>Four plots are full: remove a line first</source>
        <translation>四幅圖已滿：請先移除一條曲線</translation>
    </message>
</context>
<context>
    <name>UnitWords</name>
    <message>
        <source>micro fire station</source>
        <translation>微型消防站</translation>
    </message>
    <message>
        <source>response squad</source>
        <translation>應變小隊</translation>
    </message>
    <message>
        <source>grid officer</source>
        <translation>網格員</translation>
    </message>
    <message>
        <source>property staff</source>
        <translation>物業人員</translation>
    </message>
    <message>
        <source>expert</source>
        <translation>專家</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就緒</translation>
    </message>
    <message>
        <source>ordered</source>
        <translation>已派遣</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>無回應</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>已拒絕</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>前往中</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>已抵達</translation>
    </message>
    <message>
        <source>returning</source>
        <translation>返回途中</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>停勤</translation>
    </message>
    <message>
        <source>order waits to be sent</source>
        <translation>派遣單待送</translation>
    </message>
    <message>
        <source>nobody received the order; trying again</source>
        <translation>派遣單無人接收，重送中</translation>
    </message>
    <message>
        <source>order sent</source>
        <translation>派遣單已送</translation>
    </message>
    <message>
        <source>order never sent</source>
        <translation>派遣單未送出</translation>
    </message>
    <message>
        <source>fire</source>
        <translation>滅火</translation>
    </message>
    <message>
        <source>breathing apparatus</source>
        <translation>空氣呼吸器</translation>
    </message>
    <message>
        <source>first aid</source>
        <translation>急救</translation>
    </message>
    <message>
        <source>evacuation</source>
        <translation>疏散</translation>
    </message>
    <message>
        <source>hazardous goods</source>
        <translation>危險物品</translation>
    </message>
    <message>
        <source>battery fires</source>
        <translation>電池火災</translation>
    </message>
    <message>
        <source>electrical</source>
        <translation>電氣</translation>
    </message>
    <message>
        <source>water supply</source>
        <translation>供水</translation>
    </message>
    <message>
        <source>flood</source>
        <translation>防汛</translation>
    </message>
    <message>
        <source>traffic</source>
        <translation>交通</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>鑰匙</translation>
    </message>
    <message>
        <source>body camera</source>
        <translation>隨身攝影機</translation>
    </message>
</context>
<context>
    <name>WallBar</name>
    <message>
        <source>%1 tiles</source>
        <translation>%1 畫面</translation>
    </message>
    <message>
        <source>Salvo: %1</source>
        <translation>畫面組：%1</translation>
    </message>
    <message>
        <source>Salvos</source>
        <translation>畫面組</translation>
    </message>
    <message>
        <source>Tours</source>
        <translation>輪巡</translation>
    </message>
    <message>
        <source>Page back</source>
        <translation>上一頁</translation>
    </message>
    <message>
        <source>Page on</source>
        <translation>下一頁</translation>
    </message>
    <message>
        <source>Name, then Enter</source>
        <translation>輸入名稱後按 Enter</translation>
    </message>
    <message>
        <source>This panel</source>
        <translation>本面板</translation>
    </message>
    <message>
        <source>Wall %1</source>
        <translation>電視牆 %1</translation>
    </message>
    <message>
        <source>Keep as…</source>
        <translation>另存為…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Keep these cameras as a tour…</source>
        <translation>將這些攝影機存為輪巡…</translation>
    </message>
    <message>
        <source>Keep all salvos as a tour…</source>
        <translation>將全部畫面組存為輪巡…</translation>
    </message>
</context>
<context>
    <name>WallPanel</name>
    <message>
        <source>Camera wall</source>
        <translation>電視牆</translation>
    </message>
</context>
<context>
    <name>WallWindow</name>
    <message>
        <source>Watchroom %1, %2</source>
        <translation>Watchroom %1，%2</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>FIRE</source>
        <translation>火警</translation>
    </message>
    <message>
        <source>PRE-ALARM</source>
        <translation>預警</translation>
    </message>
    <message>
        <source>SUPERVISORY</source>
        <translation>監管</translation>
    </message>
    <message>
        <source>TROUBLE</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>HAZARD</source>
        <translation>隱患</translation>
    </message>
    <message>
        <source>WARNING</source>
        <translation>外部預警</translation>
    </message>
    <message>
        <source>EVENT</source>
        <translation>趨勢越限</translation>
    </message>
    <message>
        <source>FAULT</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>URGENT 1</source>
        <translation>緊急 1</translation>
    </message>
    <message>
        <source>HIGH 2</source>
        <translation>高 2</translation>
    </message>
    <message>
        <source>MED 3</source>
        <translation>中 3</translation>
    </message>
    <message>
        <source>LOW 4</source>
        <translation>低 4</translation>
    </message>
    <message>
        <source>unacknowledged</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>已確認</translation>
    </message>
    <message>
        <source>cleared, not seen</source>
        <translation>已恢復，未確認</translation>
    </message>
    <message>
        <source>verify and reset</source>
        <translation>查證並復歸</translation>
    </message>
    <message>
        <source>source lost</source>
        <translation>來源中斷</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已結束</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>連線被拒絕</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>密碼錯誤</translation>
    </message>
    <message>
        <source>unack</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>acked</source>
        <translation>已確認</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>未查看</translation>
    </message>
    <message>
        <source>to reset</source>
        <translation>待復歸</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>失聯</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>排隊中</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>連線中</translation>
    </message>
    <message>
        <source>waiting for key frame</source>
        <translation>等待關鍵影格</translation>
    </message>
    <message>
        <source>live</source>
        <translation>即時</translation>
    </message>
    <message>
        <source>no new picture</source>
        <translation>無新畫面</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>無訊號</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>找不到</translation>
    </message>
    <message>
        <source>unsupported codec</source>
        <translation>編碼不支援</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>即時</translation>
    </message>
    <message>
        <source>NOT LIVE</source>
        <translation>非即時</translation>
    </message>
    <message>
        <source>LATE</source>
        <translation>延遲</translation>
    </message>
    <message>
        <source>bound by site</source>
        <translation>人工綁定</translation>
    </message>
    <message>
        <source>sees it</source>
        <translation>可見</translation>
    </message>
    <message>
        <source>PTZ can turn</source>
        <translation>雲台可轉向</translation>
    </message>
    <message>
        <source>same fire zone</source>
        <translation>同防火區劃</translation>
    </message>
    <message>
        <source>access door</source>
        <translation>出入口</translation>
    </message>
    <message>
        <source>same floor</source>
        <translation>同樓層</translation>
    </message>
    <message>
        <source>adjacent floor</source>
        <translation>相鄰樓層</translation>
    </message>
    <message>
        <source>outside view</source>
        <translation>室外可見本棟</translation>
    </message>
    <message>
        <source>same site</source>
        <translation>同園區</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手動</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>真實</translation>
    </message>
    <message>
        <source>False</source>
        <translation>誤報</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>無法判斷</translation>
    </message>
    <message>
        <source>Test tone played: did you hear it?</source>
        <translation>測試音已播放：聽到了嗎？</translation>
    </message>
    <message>
        <source>Test cut short: an alarm came</source>
        <translation>測試中斷：有警報</translation>
    </message>
    <message>
        <source>No test while an alarm sounds</source>
        <translation>警報聲響時不能測試</translation>
    </message>
    <message>
        <source>No sound: no loudspeaker</source>
        <translation>無聲：沒有喇叭</translation>
    </message>
    <message>
        <source>No sound: no answer</source>
        <translation>無聲：沒有回應</translation>
    </message>
    <message>
        <source>This position makes no sound</source>
        <translation>本席位不發聲</translation>
    </message>
    <message>
        <source>Already acknowledged</source>
        <translation>已被確認</translation>
    </message>
    <message>
        <source>Acknowledge it first</source>
        <translation>請先確認</translation>
    </message>
    <message>
        <source>The detector still reports it</source>
        <translation>偵測器仍在警報</translation>
    </message>
    <message>
        <source>The source is lost: its state is not known</source>
        <translation>訊號源遺失，狀態不明</translation>
    </message>
    <message>
        <source>Nothing to reset</source>
        <translation>無需復歸</translation>
    </message>
    <message>
        <source>This alarm is closed</source>
        <translation>該警報已結束</translation>
    </message>
    <message>
        <source>Only a person can acknowledge</source>
        <translation>只能由人員確認</translation>
    </message>
    <message>
        <source>No change of the site is waiting</source>
        <translation>沒有待套用的園區變更</translation>
    </message>
    <message>
        <source>This console has no site folder</source>
        <translation>此控制台沒有園區資料夾</translation>
    </message>
    <message>
        <source>Only a person can reset</source>
        <translation>只能由人員復歸</translation>
    </message>
    <message>
        <source>This screen is not there</source>
        <translation>沒有這個螢幕</translation>
    </message>
    <message>
        <source>There is no such screen role</source>
        <translation>沒有這種螢幕角色</translation>
    </message>
    <message>
        <source>The desk needs a screen</source>
        <translation>席位需要一個螢幕</translation>
    </message>
    <message>
        <source>The distance is out of range</source>
        <translation>距離超出範圍</translation>
    </message>
    <message>
        <source>Type a camera number, or number*tile</source>
        <translation>請輸入攝影機編號，或 編號*畫面格</translation>
    </message>
    <message>
        <source>Choose a tile first</source>
        <translation>請先選擇畫面格</translation>
    </message>
    <message>
        <source>No camera has this number</source>
        <translation>沒有此編號的攝影機</translation>
    </message>
    <message>
        <source>There is no such tile</source>
        <translation>沒有這個畫面格</translation>
    </message>
    <message>
        <source>There is no such wall</source>
        <translation>沒有這面電視牆</translation>
    </message>
    <message>
        <source>The alarms fill this tile</source>
        <translation>此畫面格由警報使用</translation>
    </message>
    <message>
        <source>This tile is empty</source>
        <translation>此畫面格是空的</translation>
    </message>
    <message>
        <source>There is no such layout</source>
        <translation>沒有這種版面</translation>
    </message>
    <message>
        <source>There is no such arrangement</source>
        <translation>沒有這個畫面組</translation>
    </message>
    <message>
        <source>There is no such tour</source>
        <translation>沒有這個輪巡</translation>
    </message>
    <message>
        <source>Give it a name of 1 to 40 characters</source>
        <translation>名稱須為 1 至 40 個字元</translation>
    </message>
    <message>
        <source>This name is already used</source>
        <translation>此名稱已有人使用</translation>
    </message>
    <message>
        <source>A step may stand for 3 to 600 seconds</source>
        <translation>每一步須停留 3 至 600 秒</translation>
    </message>
    <message>
        <source>Nothing of this tour can be shown</source>
        <translation>此輪巡沒有可顯示的畫面</translation>
    </message>
    <message>
        <source>This tour needs a whole wall</source>
        <translation>此輪巡需要整面電視牆</translation>
    </message>
</context>
</TS>
