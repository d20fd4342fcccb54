<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en_GB">
<context>
    <name>AlarmActs</name>
    <message>
        <source>Shelve…</source>
        <translation>暫時擱置…</translation>
    </message>
    <message>
        <source>Unshelve</source>
        <translation>取消擱置</translation>
    </message>
    <message>
        <source>Out of service…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Back in service</source>
        <translation>恢復使用</translation>
    </message>
    <message>
        <source>On test…</source>
        <translation>測試…</translation>
    </message>
    <message>
        <source>End test</source>
        <translation>結束測試</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接手</translation>
    </message>
</context>
<context>
    <name>AlarmHead</name>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Mine, what is nobody's yet, and every fire</source>
        <translation>我的、尚無人確認的以及所有火警</translation>
    </message>
    <message>
        <source>place</source>
        <translation>依位置</translation>
    </message>
    <message>
        <source>By building and floor; every fire by itself</source>
        <translation>依建物與樓層；火警逐筆列出</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Unacknowledged</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>警報中</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>已暫時擱置</translation>
    </message>
    <message>
        <source>Suppressed</source>
        <translation>已隔離</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>On test</source>
        <translation>測試中</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>狀態不明</translation>
    </message>
    <message>
        <source>fires are always listed</source>
        <translation>火警一律列出</translation>
    </message>
    <message>
        <source>%1 unacknowledged · %2 open</source>
        <translation>%1 未確認 · %2 未結</translation>
    </message>
    <message>
        <source>+ fires</source>
        <translation>+ 火警</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>警報</translation>
    </message>
</context>
<context>
    <name>AlarmPanel</name>
    <message>
        <source>No alarm is open.</source>
        <translation>沒有未結束的警報。</translation>
    </message>
    <message>
        <source>None is in this list.</source>
        <translation>此清單為空。</translation>
    </message>
    <message>
        <source>%1 shelved</source>
        <translation>%1 筆擱置</translation>
    </message>
    <message>
        <source>%1 suppressed</source>
        <translation>%1 筆隔離</translation>
    </message>
    <message>
        <source>%1 out of service</source>
        <translation>%1 個停用</translation>
    </message>
    <message>
        <source>%1 on test</source>
        <translation>%1 個測試中</translation>
    </message>
    <message>
        <source>%1 of %2 points heard.</source>
        <translation>%2 個點位中 %1 個有訊號。</translation>
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
        <source>because of rule</source>
        <translation>觸發規則</translation>
    </message>
    <message>
        <source>graver by rule</source>
        <translation>升級規則</translation>
    </message>
    <message>
        <source>fire since</source>
        <translation>轉為火警</translation>
    </message>
    <message>
        <source>last heard</source>
        <translation>最近收到</translation>
    </message>
    <message>
        <source>displayed</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>escalated</source>
        <translation>升級通報</translation>
    </message>
    <message>
        <source>seen again</source>
        <translation>須再次確認</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>查證</translation>
    </message>
    <message>
        <source>by nobody in time: counts as real</source>
        <translation>無人及時查證：視為屬實</translation>
    </message>
    <message>
        <source>put aside</source>
        <translation>擱置／停用</translation>
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
        <source>after %1, if nobody acts</source>
        <translation>若不處置，%1 後</translation>
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
    <name>ArrivalWords</name>
    <message>
        <source>no source</source>
        <translation>無來源</translation>
    </message>
    <message>
        <source>units</source>
        <translation>應變單位</translation>
    </message>
    <message>
        <source>site rule</source>
        <translation>現場規則</translation>
    </message>
    <message>
        <source>source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>解碼器</translation>
    </message>
    <message>
        <source>per min</source>
        <translation>每分鐘</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>時鐘</translation>
    </message>
    <message>
        <source>refused today</source>
        <translation>今日拒收</translation>
    </message>
    <message>
        <source>bridge and devices</source>
        <translation>橋接器與裝置</translation>
    </message>
    <message>
        <source>never</source>
        <translation>從未</translation>
    </message>
    <message>
        <source>now</source>
        <translation>剛剛</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 heard</source>
        <translation>收到 %1</translation>
    </message>
    <message>
        <source>%1 silent</source>
        <translation>靜默 %1</translation>
    </message>
    <message>
        <source>%1 offline</source>
        <translation>離線 %1</translation>
    </message>
    <message>
        <source>%1 lost with their bridge</source>
        <translation>隨橋接器失聯 %1</translation>
    </message>
    <message>
        <source>%1 not heard yet</source>
        <translation>尚未收到 %1</translation>
    </message>
    <message>
        <source>%1 strange names forgotten</source>
        <translation>已忘記 %1 個陌生名稱</translation>
    </message>
    <message>
        <source>bridge up</source>
        <translation>橋接器連線中</translation>
    </message>
    <message numerus="yes">
        <source>%n bridge(s) up</source>
        <translation>
            <numerusform>%n 個橋接器連線中</numerusform>
        </translation>
    </message>
    <message>
        <source>BRIDGE LOST since %1</source>
        <translation>橋接器失聯，自 %1 起</translation>
    </message>
    <message>
        <source>Nothing refused today.</source>
        <translation>今日沒有拒收。</translation>
    </message>
    <message>
        <source>%1 passed over: %2</source>
        <translation>略過 %1 則：%2</translation>
    </message>
    <message>
        <source>%1 refused: %2</source>
        <translation>拒收 %1 則：%2</translation>
    </message>
    <message>
        <source>time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>says</source>
        <translation>意義</translation>
    </message>
    <message>
        <source>payload</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>set aside: the program failed on it</source>
        <translation>已擱置：程式處理時出錯</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>拒收：%1</translation>
    </message>
    <message>
        <source>a unit's word</source>
        <translation>出勤單位回報</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>電池</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>連線狀態</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>時鐘</translation>
    </message>
    <message>
        <source>ALARM</source>
        <translation>警報</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>supervisory</source>
        <translation>監視</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>讀數</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>said before</source>
        <translation>重複</translation>
    </message>
    <message>
        <source>late: history only</source>
        <translation>遲到：僅存歷史</translation>
    </message>
    <message>
        <source>history only</source>
        <translation>僅存歷史</translation>
    </message>
    <message>
        <source>a command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>a group</source>
        <translation>群組</translation>
    </message>
    <message>
        <source>its bridge is lost</source>
        <translation>其橋接器失聯</translation>
    </message>
    <message>
        <source>ignored: %1</source>
        <translation>忽略：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n 位元組</numerusform>
        </translation>
    </message>
    <message>
        <source>retained</source>
        <translation>保留訊息</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>重送</translation>
    </message>
    <message>
        <source>No source takes this topic.</source>
        <translation>沒有來源接收此主題。</translation>
    </message>
    <message>
        <source>source %1, decoder %2</source>
        <translation>來源 %1，解碼器 %2</translation>
    </message>
    <message>
        <source>the text itself</source>
        <translation>文字本身</translation>
    </message>
    <message>
        <source>signal %1 from %2</source>
        <translation>訊號 %1，取自 %2</translation>
    </message>
    <message>
        <source>active</source>
        <translation>警報中</translation>
    </message>
    <message>
        <source>back to normal</source>
        <translation>恢復正常</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ArrivalsPage</name>
    <message>
        <source>Too large to copy whole: record it with the command record.</source>
        <translation>太大，無法完整複製：請用 record 指令錄製。</translation>
    </message>
    <message>
        <source>Copied as a line for explain and check; what looks like a password is left out.</source>
        <translation>已複製為 explain 與 check 可用的一行；疑似密碼的內容已略去。</translation>
    </message>
    <message>
        <source>Keep these messages</source>
        <translation>儲存這些訊息</translation>
    </message>
    <message>
        <source>last refused: %1</source>
        <translation>最近拒收：%1</translation>
    </message>
    <message>
        <source>Choose a message to read what was made of it.</source>
        <translation>選擇一則訊息，檢視如何解讀。</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) since the start</source>
        <translation>
            <numerusform>啟動後 %n 則訊息</numerusform>
        </translation>
    </message>
    <message>
        <source>No message to show.</source>
        <translation>沒有可顯示的訊息。</translation>
    </message>
    <message numerus="yes">
        <source>Frozen, %n newer</source>
        <translation>
            <numerusform>已凍結，%n 則新</numerusform>
        </translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>凍結</translation>
    </message>
    <message>
        <source>What arrives</source>
        <translation>訊息來源</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Last messages of the source</source>
        <translation>該來源的最近訊息</translation>
    </message>
    <message>
        <source>topic, device, value, reason …</source>
        <translation>主題、裝置、數值、原因…</translation>
    </message>
    <message>
        <source>Search among the messages</source>
        <translation>在訊息中搜尋</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>遭拒絕</translation>
    </message>
    <message>
        <source>Messages stand still while they are read</source>
        <translation>閱讀時訊息清單保持不動</translation>
    </message>
    <message>
        <source>Copy as case</source>
        <translation>複製為案例</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON 行</translation>
    </message>
</context>
<context>
    <name>AsideForm</name>
    <message>
        <source>Shelve: %1</source>
        <translation>暫時擱置：%1</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Shelve</source>
        <translation>暫時擱置</translation>
    </message>
    <message>
        <source>Out of service: %1</source>
        <translation>停用：%1</translation>
    </message>
    <message>
        <source>Permit number</source>
        <translation>許可單號</translation>
    </message>
    <message>
        <source>Take out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>On test: %1</source>
        <translation>測試：%1</translation>
    </message>
    <message>
        <source>Put on test</source>
        <translation>轉入測試</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>探測器</translation>
    </message>
    <message>
        <source>What is done instead, e.g. fire watch</source>
        <translation>替代措施，例如專人看守</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>第二人</translation>
    </message>
    <message>
        <source>Password of the second person</source>
        <translation>第二人密碼</translation>
    </message>
    <message>
        <source>%1: hold 1 s</source>
        <translation>%1：按住 1 秒</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
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
    <message>
        <source>ALARM FLOOD</source>
        <translation>警報洪流</translation>
    </message>
    <message>
        <source>%1 alarms in %2, %3 unacknowledged, %4 of them fire: %5</source>
        <translation>%2 內 %1 筆警報，%3 筆未確認，其中火警 %4 筆：%5</translation>
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
        <source>%n alarm(s)</source>
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
    <name>Bulk</name>
    <message>
        <source>%1 picked</source>
        <translation>已選 %1 筆</translation>
    </message>
    <message numerus="yes">
        <source>%n fire(s): acknowledge each by itself</source>
        <translation>
            <numerusform>其中 %n 筆火警須逐筆確認</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledge %1  F2</source>
        <translation>確認 %1 筆  F2</translation>
    </message>
    <message>
        <source>Shelve…</source>
        <translation>暫時擱置…</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message>
        <source>opened</source>
        <translation>開始時間</translation>
    </message>
    <message>
        <source>number</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>what and where</source>
        <translation>警情與位置</translation>
    </message>
    <message>
        <source>units</source>
        <translation>應變單位</translation>
    </message>
    <message>
        <source>lasted</source>
        <translation>歷時</translation>
    </message>
    <message>
        <source>ended as</source>
        <translation>處置結果</translation>
    </message>
    <message>
        <source>closed by %1</source>
        <translation>結案人：%1</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>查無結果。</translation>
    </message>
    <message>
        <source>The newest %1 of %2</source>
        <translation>最近 %1 筆，共 %2 筆</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 筆</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal cannot be read.</source>
        <translation>無法讀取日誌庫。</translation>
    </message>
    <message>
        <source>The journal has it no more.</source>
        <translation>日誌庫中已無此案件。</translation>
    </message>
    <message>
        <source>The search ended without answer.</source>
        <translation>查詢中斷，沒有結果。</translation>
    </message>
    <message>
        <source>This console cannot search the journal.</source>
        <translation>本控制台無法檢索日誌。</translation>
    </message>
    <message>
        <source>ever</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小時</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>any ending</source>
        <translation>任意結果</translation>
    </message>
    <message>
        <source>any class</source>
        <translation>任意類別</translation>
    </message>
    <message>
        <source>any building</source>
        <translation>任意棟別</translation>
    </message>
    <message>
        <source>any unit</source>
        <translation>任意單位</translation>
    </message>
</context>
<context>
    <name>CasebookPage</name>
    <message>
        <source>Closed incidents</source>
        <translation>結案紀錄</translation>
    </message>
    <message>
        <source>Keep the list of incidents</source>
        <translation>儲存案件清單</translation>
    </message>
    <message>
        <source>Print the timeline</source>
        <translation>列印時間軸</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>列印清單</translation>
    </message>
    <message>
        <source>time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>what happened</source>
        <translation>經過</translation>
    </message>
    <message>
        <source>who</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>Enter on one of the list shows what happened, line by line.</source>
        <translation>在清單中按 Enter，逐條顯示經過。</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查詢…</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>print</source>
        <translation>列印</translation>
    </message>
</context>
<context>
    <name>CauseWords</name>
    <message>
        <source>fire</source>
        <translation>火災</translation>
    </message>
    <message>
        <source>smouldering</source>
        <translation>悶燒</translation>
    </message>
    <message>
        <source>cooking</source>
        <translation>烹飪油煙</translation>
    </message>
    <message>
        <source>steam</source>
        <translation>水蒸氣</translation>
    </message>
    <message>
        <source>dust</source>
        <translation>粉塵</translation>
    </message>
    <message>
        <source>cigarette smoke</source>
        <translation>吸菸</translation>
    </message>
    <message>
        <source>hot work</source>
        <translation>動火作業</translation>
    </message>
    <message>
        <source>exhaust fumes</source>
        <translation>車輛廢氣</translation>
    </message>
    <message>
        <source>insect</source>
        <translation>昆蟲</translation>
    </message>
    <message>
        <source>water</source>
        <translation>進水</translation>
    </message>
    <message>
        <source>weather</source>
        <translation>天候</translation>
    </message>
    <message>
        <source>mistake or mischief</source>
        <translation>誤觸或惡作劇</translation>
    </message>
    <message>
        <source>detector or wire at fault</source>
        <translation>探測器或線路故障</translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation>維護保養</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>未發現原因</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>A fire is acknowledged by itself</source>
        <translation>火警須單獨確認</translation>
    </message>
    <message>
        <source>This has been said already</source>
        <translation>已經回報過</translation>
    </message>
    <message>
        <source>Such an alarm is not verified</source>
        <translation>此類警報不需查證</translation>
    </message>
    <message>
        <source>Only a person can verify</source>
        <translation>只有人員可以查證</translation>
    </message>
    <message>
        <source>Only a person can do this</source>
        <translation>只有人員可以操作</translation>
    </message>
    <message>
        <source>This cause is not known</source>
        <translation>沒有這個原因</translation>
    </message>
    <message>
        <source>The text is too long</source>
        <translation>文字過長</translation>
    </message>
    <message>
        <source>Such an alarm is never shelved</source>
        <translation>此類警報不得擱置</translation>
    </message>
    <message>
        <source>Another detector of this zone is active</source>
        <translation>本區另一個探測器警報中</translation>
    </message>
    <message>
        <source>Nobody verified it in time: it counts as real</source>
        <translation>無人及時查證：視為屬實</translation>
    </message>
    <message>
        <source>It is shelved already</source>
        <translation>已經擱置</translation>
    </message>
    <message>
        <source>It is not shelved</source>
        <translation>未擱置</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>請填寫理由</translation>
    </message>
    <message>
        <source>Say until when</source>
        <translation>請填寫截止時間</translation>
    </message>
    <message>
        <source>So long it may not be put aside</source>
        <translation>超過允許的時間</translation>
    </message>
    <message>
        <source>It is yours already</source>
        <translation>已經由您負責</translation>
    </message>
    <message>
        <source>There is no such detector</source>
        <translation>沒有這個探測器</translation>
    </message>
    <message>
        <source>Several detectors have this name: choose the one with its id</source>
        <translation>有多個同名探測器：請選擇帶編號的那一個</translation>
    </message>
    <message>
        <source>Its alarm comes first: acknowledge and verify it</source>
        <translation>請先確認並查證它的警報</translation>
    </message>
    <message>
        <source>Give the number of the permit</source>
        <translation>請填寫許可單號</translation>
    </message>
    <message>
        <source>Say what is done instead</source>
        <translation>請填寫替代措施</translation>
    </message>
    <message>
        <source>For a fire detector a second person has to agree</source>
        <translation>停用火警探測器須第二人同意</translation>
    </message>
    <message>
        <source>It is out of service already</source>
        <translation>已經停用</translation>
    </message>
    <message>
        <source>It is not out of service</source>
        <translation>未停用</translation>
    </message>
    <message>
        <source>It is not on test</source>
        <translation>不在測試中</translation>
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
        <translation>備註</translation>
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
        <source>number, place, alarm</source>
        <translation>編號、地點、警報</translation>
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
        <source>Proof of the alarm paths</source>
        <translation>警報路徑驗證</translation>
    </message>
    <message>
        <source>Alarm performance</source>
        <translation>警報績效</translation>
    </message>
    <message>
        <source>Change of shift</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>What was on the screens</source>
        <translation>螢幕上曾顯示什麼</translation>
    </message>
    <message>
        <source>Devices without a place</source>
        <translation>未定位裝置</translation>
    </message>
    <message>
        <source>Health of the cameras</source>
        <translation>攝影機健康</translation>
    </message>
    <message>
        <source>Pictures in memory</source>
        <translation>記憶體中的畫面</translation>
    </message>
    <message>
        <source>What arrives</source>
        <translation>訊息來源</translation>
    </message>
    <message>
        <source>Closed incidents</source>
        <translation>結案紀錄</translation>
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
        <source>Send</source>
        <translation>投送</translation>
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
        <source>open</source>
        <translation>未結</translation>
    </message>
    <message>
        <source>shelved</source>
        <translation>擱置</translation>
    </message>
    <message>
        <source>suppressed</source>
        <translation>隔離</translation>
    </message>
    <message>
        <source>out of svc</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>on test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>CureWords</name>
    <message>
        <source>Give a source this topic in config.toml, or narrow what is published.</source>
        <translation>在 config.toml 中讓某個來源接收此主題，或縮小發布範圍。</translation>
    </message>
    <message>
        <source>Add a signal for this kind to the source.</source>
        <translation>為該來源新增此類訊號。</translation>
    </message>
    <message>
        <source>Nothing to do: the room watches nothing of it.</source>
        <translation>無需處理：其中沒有本室監看的內容。</translation>
    </message>
    <message>
        <source>Put {device} into the topic pattern, or give a device expression.</source>
        <translation>在主題樣式中寫入 {device}，或給定 device 運算式。</translation>
    </message>
    <message>
        <source>Correct the value expression, or narrow the topic to messages that have it.</source>
        <translation>修正 value 運算式，或把主題縮小到含有該值的訊息。</translation>
    </message>
    <message>
        <source>A rebirth is asked for: the node then says what its aliases mean.</source>
        <translation>已要求重新註冊：節點隨後說明別名的意義。</translation>
    </message>
    <message>
        <source>Add the unit to units.csv, or correct its name on the device.</source>
        <translation>把該單位加入 units.csv，或修正裝置上的名稱。</translation>
    </message>
    <message>
        <source>Publish status and position without the retain flag.</source>
        <translation>發布狀態與位置時不要設定保留旗標。</translation>
    </message>
    <message>
        <source>Check the source's ecosystem: this message has another shape.</source>
        <translation>檢查來源的 ecosystem：此訊息的結構不同。</translation>
    </message>
    <message>
        <source>Nothing to do where a retained message was deleted; empty_payload gives it a meaning.</source>
        <translation>若是刪除保留訊息則無需處理；empty_payload 可賦予意義。</translation>
    </message>
    <message>
        <source>Keep pictures off this topic, or raise max_bytes.</source>
        <translation>不要在此主題上發布圖片，或調高 max_bytes。</translation>
    </message>
    <message>
        <source>Look at the device: nothing that measures nests so deep.</source>
        <translation>檢查裝置：量測資料不會巢狀得這麼深。</translation>
    </message>
    <message>
        <source>Set the source's charset, often gb18030.</source>
        <translation>設定來源的 charset，常為 gb18030。</translation>
    </message>
    <message>
        <source>Look at the device, or at the network that cut it.</source>
        <translation>檢查裝置，或檢查截斷訊息的網路。</translation>
    </message>
    <message>
        <source>Look at the program that publishes it.</source>
        <translation>檢查發布它的程式。</translation>
    </message>
    <message>
        <source>Check that this topic brings raw frames of this protocol.</source>
        <translation>確認此主題傳來的是該協定的原始訊框。</translation>
    </message>
    <message>
        <source>Look at the line between panel and gateway.</source>
        <translation>檢查主機與閘道器之間的線路。</translation>
    </message>
    <message>
        <source>Give the source the key its messages are encrypted with (aes_key).</source>
        <translation>為來源填寫訊息的加密金鑰（aes_key）。</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message numerus="yes">
        <source>%n left out: %1</source>
        <translation>
            <numerusform>%n 筆未處理：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 alarms</source>
        <translation>%1 筆警報</translation>
    </message>
    <message>
        <source>which detector?</source>
        <translation>哪個探測器？</translation>
    </message>
</context>
<context>
    <name>DeskActs</name>
    <message>
        <source>Look at it first, then press again</source>
        <translation>請先查看，再按一次</translation>
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
        <source>%n more unit(s)</source>
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
        <source>live figures kept apart</source>
        <translation>實況數值分開保存</translation>
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
        <source>Live: %1 active, %2 unack</source>
        <translation>實況：%1 件進行中，%2 件未確認</translation>
    </message>
    <message>
        <source>a live fire breaks in</source>
        <translation>真實火警會立即切入</translation>
    </message>
    <message>
        <source>Live alarms, not of the drill · back in %1 s</source>
        <translation>實況警報（非演練）· %1 秒後返回</translation>
    </message>
    <message>
        <source>No live alarm is open.</source>
        <translation>沒有未結束的實況警報。</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 件</translation>
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
    <name>DutyBar</name>
    <message>
        <source>End test</source>
        <translation>結束測試</translation>
    </message>
    <message>
        <source>Back in service</source>
        <translation>恢復使用</translation>
    </message>
    <message>
        <source>Another detector…</source>
        <translation>其他探測器…</translation>
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
    <name>EyeControl</name>
    <message>
        <source>Position</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>視窗</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
</context>
<context>
    <name>EyePage</name>
    <message>
        <source>Type the day as 2026-11-21, the time as 14:03:20.</source>
        <translation>日期請輸入 2026-11-21，時間請輸入 14:03:20。</translation>
    </message>
    <message>
        <source>DRILL</source>
        <translation>演練</translation>
    </message>
    <message>
        <source>What was on the screens</source>
        <translation>螢幕上曾顯示什麼</translation>
    </message>
    <message>
        <source>This position keeps no record of its screens ([eye] keep_days = 0).</source>
        <translation>本席位不記錄螢幕（[eye] keep_days = 0）。</translation>
    </message>
    <message>
        <source>The record cannot be read.</source>
        <translation>無法讀取紀錄。</translation>
    </message>
    <message>
        <source>Reading the record.</source>
        <translation>正在讀取紀錄。</translation>
    </message>
    <message>
        <source>Type a day and a time, or press Now.</source>
        <translation>請輸入日期和時間，或按「現在」。</translation>
    </message>
    <message>
        <source>This window showed no picture then.</source>
        <translation>該視窗當時沒有顯示影像。</translation>
    </message>
    <message>
        <source>Changes, and by whom</source>
        <translation>變更及操作人</translation>
    </message>
    <message>
        <source>Nothing within 30 s.</source>
        <translation>30 秒內無變化。</translation>
    </message>
</context>
<context>
    <name>EyeWords</name>
    <message>
        <source>Desk</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>could not be seen</source>
        <translation>無人可見</translation>
    </message>
    <message>
        <source>no picture yet</source>
        <translation>尚無影像</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>Nothing was recorded then.</source>
        <translation>當時沒有紀錄。</translation>
    </message>
    <message>
        <source>Last before: %1.</source>
        <translation>此前最後一次：%1。</translation>
    </message>
    <message>
        <source>First after: %1.</source>
        <translation>此後第一次：%1。</translation>
    </message>
    <message>
        <source>%1: gone</source>
        <translation>%1：已不在</translation>
    </message>
    <message>
        <source>alarm tile</source>
        <translation>警報窗格</translation>
    </message>
    <message>
        <source>next best %1</source>
        <translation>次佳 %1</translation>
    </message>
    <message>
        <source>put a camera</source>
        <translation>調入攝影機</translation>
    </message>
    <message>
        <source>entered a number</source>
        <translation>輸入編號調入</translation>
    </message>
    <message>
        <source>exchanged two tiles</source>
        <translation>交換兩個畫面</translation>
    </message>
    <message>
        <source>took another layout</source>
        <translation>更換版面</translation>
    </message>
    <message>
        <source>turned the page</source>
        <translation>翻頁</translation>
    </message>
    <message>
        <source>zoomed</source>
        <translation>數位放大</translation>
    </message>
    <message>
        <source>full screen</source>
        <translation>全螢幕</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>釘選</translation>
    </message>
    <message>
        <source>showed a salvo</source>
        <translation>叫用畫面組</translation>
    </message>
    <message>
        <source>started a tour</source>
        <translation>開始輪巡</translation>
    </message>
    <message>
        <source>stopped a tour</source>
        <translation>停止輪巡</translation>
    </message>
    <message>
        <source>sent the alarms away</source>
        <translation>收起警報畫面</translation>
    </message>
    <message>
        <source>next camera of the alarm</source>
        <translation>警報的下一支攝影機</translation>
    </message>
    <message>
        <source>best camera of the alarm</source>
        <translation>警報的最佳攝影機</translation>
    </message>
    <message>
        <source>sent here</source>
        <translation>由其他席位投送</translation>
    </message>
</context>
<context>
    <name>FigureRows</name>
    <message>
        <source>the journal begins here</source>
        <translation>紀錄自此開始</translation>
    </message>
    <message>
        <source>calls / 10 min</source>
        <translation>次 / 10 分鐘</translation>
    </message>
    <message>
        <source>worst 10 min</source>
        <translation>最多 10 分鐘</translation>
    </message>
    <message>
        <source>in flood</source>
        <translation>氾濫時間</translation>
    </message>
    <message>
        <source>calls · alarms</source>
        <translation>次數 · 則數</translation>
    </message>
    <message>
        <source>worst per day</source>
        <translation>日最多均值</translation>
    </message>
    <message>
        <source>ten busiest</source>
        <translation>前十占比</translation>
    </message>
    <message>
        <source>chattering</source>
        <translation>頻繁抖動</translation>
    </message>
    <message>
        <source>fleeting</source>
        <translation>瞬間</translation>
    </message>
    <message>
        <source>standing · stale</source>
        <translation>持續 · 逾一天</translation>
    </message>
    <message>
        <source>Priorities</source>
        <translation>優先等級</translation>
    </message>
    <message>
        <source>about 5 : 15 : 80 %</source>
        <translation>宜為 5 : 15 : 80 %</translation>
    </message>
    <message>
        <source>Time to acknowledge</source>
        <translation>確認所需時間</translation>
    </message>
    <message>
        <source>of %1 answers</source>
        <translation>共 %1 次確認</translation>
    </message>
    <message>
        <source>Nothing called in this time.</source>
        <translation>此期間內沒有警報。</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>確認數</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>最長</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未結</translation>
    </message>
    <message>
        <source>Standing for more than a day</source>
        <translation>持續超過一天</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>已 %1</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>place, note, person, alarm, number …</source>
        <translation>地點、記事、人員、警報、編號…</translation>
    </message>
    <message>
        <source>Search among the closed incidents</source>
        <translation>搜尋結案紀錄</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>處置結果</translation>
    </message>
    <message>
        <source>Class of an alarm</source>
        <translation>警報類別</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>建築物</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>應變單位</translation>
    </message>
</context>
<context>
    <name>HandoverControl</name>
    <message>
        <source>Sign and take over (hold 1 s)</source>
        <translation>簽名接班（按住 1 秒）</translation>
    </message>
    <message>
        <source>%1 lines to accept</source>
        <translation>待確認 %1 條</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Takes over</source>
        <translation>接班人</translation>
    </message>
    <message>
        <source>Sign and hand over (hold 1 s)</source>
        <translation>簽名交班（按住 1 秒）</translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation>新增備註</translation>
    </message>
    <message>
        <source>Strike the note</source>
        <translation>劃除備註</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暫不交班</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Sheet as PDF</source>
        <translation>交接單 PDF</translation>
    </message>
    <message>
        <source>Sheet as CSV</source>
        <translation>交接單 CSV</translation>
    </message>
    <message>
        <source>Signed sheet (PDF)</source>
        <translation>已簽交接單（PDF）</translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message>
        <source>Let go too early: hold the button for a second.</source>
        <translation>放開過早：請按住一秒。</translation>
    </message>
    <message>
        <source>Nothing is open, nothing is out of service, and nobody left a note.</source>
        <translation>沒有未結事項，沒有停用設備，也沒有備註。</translation>
    </message>
    <message>
        <source>Export the sheet</source>
        <translation>匯出交接單</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳情</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>開始時間</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Change of shift, %1</source>
        <translation>交接班，%1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>Change of shift</source>
        <translation>交接班</translation>
    </message>
</context>
<context>
    <name>HandoverWords</name>
    <message>
        <source>Open alarms</source>
        <translation>未結警報</translation>
    </message>
    <message>
        <source>Acknowledged, and nobody's</source>
        <translation>已確認，無人負責</translation>
    </message>
    <message>
        <source>Open incidents</source>
        <translation>未結案事件</translation>
    </message>
    <message>
        <source>Units that are out</source>
        <translation>出勤中的單位</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>已暫時擱置</translation>
    </message>
    <message>
        <source>Suppressed by a rule</source>
        <translation>依規則抑制</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>On test</source>
        <translation>測試中</translation>
    </message>
    <message>
        <source>Troubles</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演練</translation>
    </message>
    <message>
        <source>Detectors not proven</source>
        <translation>未驗證的偵測器</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>%1 detectors failed or are overdue</source>
        <translation>%1 個偵測器測試未通過或已逾期</translation>
    </message>
    <message>
        <source>A test is on: %1 detectors are still to come</source>
        <translation>測試進行中：還有 %1 個偵測器待測</translation>
    </message>
    <message>
        <source>controller %1</source>
        <translation>導調員 %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>clock overrun</source>
        <translation>計時逾限</translation>
    </message>
    <message>
        <source>running</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>%1 sits at %2. This is what the next shift has to know.</source>
        <translation>%1 在 %2 值勤。以下是接班人必須知道的事項。</translation>
    </message>
    <message>
        <source>%1 took over from %2 at %3: %4 lines accepted.</source>
        <translation>%1 於 %3 自 %2 接班：已確認 %4 條。</translation>
    </message>
    <message>
        <source>%1 signed at %2 and hands over.</source>
        <translation>%1 於 %2 簽名交班。</translation>
    </message>
    <message>
        <source>%1 reads and accepts each line (Space), then signs.</source>
        <translation>%1 閱讀並逐條確認（空白鍵），然後簽名。</translation>
    </message>
    <message>
        <source>Whoever takes over signs in at this position (Ctrl+U).</source>
        <translation>接班人在本席位登入（Ctrl+U）。</translation>
    </message>
    <message>
        <source>%1 accepts each line (Space), then signs.</source>
        <translation>%1 逐條確認（空白鍵），然後簽名。</translation>
    </message>
    <message>
        <source>Handed over by %1</source>
        <translation>交班人 %1</translation>
    </message>
    <message>
        <source>Taken over by %1</source>
        <translation>接班人 %1</translation>
    </message>
    <message>
        <source>%1 has handed over already.</source>
        <translation>%1 已經交班。</translation>
    </message>
    <message>
        <source>Nobody hands over now.</source>
        <translation>目前沒有交接班。</translation>
    </message>
    <message>
        <source>Name who takes over.</source>
        <translation>請填寫接班人。</translation>
    </message>
    <message>
        <source>Nobody takes over from himself: another person has to sign in.</source>
        <translation>不能自己接自己的班：須由另一人登入。</translation>
    </message>
    <message>
        <source>This name is too long.</source>
        <translation>名稱過長。</translation>
    </message>
    <message>
        <source>This line is not on the sheet any more.</source>
        <translation>該條已不在交接單上。</translation>
    </message>
    <message>
        <source>This line has just changed: read it again.</source>
        <translation>該條剛剛有變化，請重新閱讀。</translation>
    </message>
    <message>
        <source>%1 lines are not accepted yet.</source>
        <translation>還有 %1 條未確認。</translation>
    </message>
    <message>
        <source>Write the note first.</source>
        <translation>請先填寫備註。</translation>
    </message>
    <message>
        <source>A note has at most %1 characters.</source>
        <translation>備註最多 %1 個字元。</translation>
    </message>
    <message>
        <source>There are %1 notes already: strike some.</source>
        <translation>已有 %1 則備註：請先劃除一些。</translation>
    </message>
    <message>
        <source>This note was struck already.</source>
        <translation>該備註已被劃除。</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>no sign-in</source>
        <translation>無需登入</translation>
    </message>
    <message>
        <source>acting supervisor</source>
        <translation>代理值班主管</translation>
    </message>
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
    <name>HealthPage</name>
    <message>
        <source>all %1</source>
        <translation>全部 %1</translation>
    </message>
    <message>
        <source>to see to %1</source>
        <translation>待處理 %1</translation>
    </message>
    <message>
        <source>Its view is right from now on: %1</source>
        <translation>已確認畫面正確：%1</translation>
    </message>
    <message>
        <source>Keep the cameras' health</source>
        <translation>儲存攝影機健康表</translation>
    </message>
    <message>
        <source>%1 cameras, %2 to see to</source>
        <translation>%1 台攝影機，%2 台待處理</translation>
    </message>
    <message>
        <source>id</source>
        <translation>識別碼</translation>
    </message>
    <message>
        <source>place</source>
        <translation>依位置</translation>
    </message>
    <message>
        <source>view</source>
        <translation>畫面</translation>
    </message>
    <message>
        <source>what to do</source>
        <translation>處理方式</translation>
    </message>
    <message>
        <source>Choose a camera; Enter shows its picture.</source>
        <translation>請選擇攝影機；按 Enter 顯示其畫面。</translation>
    </message>
    <message>
        <source>%1 s in memory</source>
        <translation>記憶體中 %1 秒</translation>
    </message>
    <message>
        <source>Health of the cameras</source>
        <translation>攝影機健康</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>清單排序</translation>
    </message>
    <message>
        <source>A press sorts by a column, another turns it round; also Tab, ← → and Enter</source>
        <translation>按一下依該欄排序，再按一下反向；也可用 Tab、← → 與 Enter</translation>
    </message>
    <message>
        <source>name, place, state, codec …</source>
        <translation>名稱、位置、狀態、編碼……</translation>
    </message>
    <message>
        <source>Search among the cameras</source>
        <translation>搜尋攝影機</translation>
    </message>
    <message>
        <source>View is right</source>
        <translation>畫面正確</translation>
    </message>
    <message>
        <source>Takes what it shows now as a reference</source>
        <translation>以目前畫面作為參考圖</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>print</source>
        <translation>列印</translation>
    </message>
</context>
<context>
    <name>HealthWords</name>
    <message>
        <source>delayed</source>
        <translation>有延遲</translation>
    </message>
    <message>
        <source>TLS, not checked</source>
        <translation>TLS，未驗證</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>無畫面</translation>
    </message>
    <message>
        <source>clock wrong</source>
        <translation>時鐘不準</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>被移動</translation>
    </message>
    <message>
        <source>covered, or smoke</source>
        <translation>被遮擋或有煙</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>畫面全黑</translation>
    </message>
    <message>
        <source>out of focus</source>
        <translation>失焦</translation>
    </message>
    <message>
        <source>encoder frozen</source>
        <translation>編碼器卡死</translation>
    </message>
    <message>
        <source>key frames too far apart</source>
        <translation>關鍵影格間隔過長</translation>
    </message>
    <message>
        <source>packets lost</source>
        <translation>封包遺失</translation>
    </message>
    <message>
        <source>few pictures a second</source>
        <translation>影格率過低</translation>
    </message>
    <message>
        <source>too many bits</source>
        <translation>位元率過高</translation>
    </message>
    <message>
        <source>too large a picture</source>
        <translation>畫面過大</translation>
    </message>
    <message>
        <source>key frames too close</source>
        <translation>關鍵影格過密</translation>
    </message>
    <message>
        <source>too many pictures a second</source>
        <translation>影格率過高</translation>
    </message>
    <message>
        <source>Set the key frame interval (GOP) to 2 s; switch smart codecs off.</source>
        <translation>請將關鍵影格間隔（GOP）設為 2 秒，並關閉智慧編碼。</translation>
    </message>
    <message>
        <source>Look at the network: cable, duplex, a full switch port, Wi-Fi.</source>
        <translation>請檢查網路：網路線、雙工、交換器連接埠壅塞、Wi-Fi。</translation>
    </message>
    <message>
        <source>Give the small stream 10 to 15 pictures a second; look at its light.</source>
        <translation>子串流請設為每秒 10～15 張；並檢查現場照明。</translation>
    </message>
    <message>
        <source>Give the small stream about 512 kbit/s.</source>
        <translation>子串流請設為約 512 kbit/s。</translation>
    </message>
    <message>
        <source>This is the main stream: enter the address of the sub-stream.</source>
        <translation>這是主串流：請填寫子串流位址。</translation>
    </message>
    <message>
        <source>A key frame every 2 s is enough.</source>
        <translation>每 2 秒一個關鍵影格即可。</translation>
    </message>
    <message>
        <source>15 pictures a second are enough on a wall.</source>
        <translation>電視牆上每秒 15 張已足夠。</translation>
    </message>
    <message>
        <source>views are not watched</source>
        <translation>未啟用畫面檢查</translation>
    </message>
    <message>
        <source>view not looked at yet</source>
        <translation>尚未檢查畫面</translation>
    </message>
    <message>
        <source>view is being learnt</source>
        <translation>正在學習畫面</translation>
    </message>
    <message>
        <source>view %1 % as known, %2 references</source>
        <translation>與已知畫面相似 %1 %，參考圖 %2 張</translation>
    </message>
    <message>
        <source>no.</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>攝影機</translation>
    </message>
    <message>
        <source>state</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>age</source>
        <translation>時延</translation>
    </message>
    <message>
        <source>fps</source>
        <translation>影格率</translation>
    </message>
    <message>
        <source>kbit/s</source>
        <translation>kbit/s</translation>
    </message>
    <message>
        <source>key</source>
        <translation>關鍵影格</translation>
    </message>
    <message>
        <source>codec</source>
        <translation>編碼格式</translation>
    </message>
    <message>
        <source>by</source>
        <translation>傳輸</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>遺失</translation>
    </message>
    <message>
        <source>again</source>
        <translation>重連</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>時鐘</translation>
    </message>
    <message>
        <source>to see to</source>
        <translation>待處理</translation>
    </message>
</context>
<context>
    <name>Identity</name>
    <message>
        <source>NOT VERIFIED</source>
        <translation>憑證未核驗</translation>
    </message>
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
        <translation>備註</translation>
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
        <source>Dispatch %n unit(s)</source>
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
        <source>No incident is open and none was closed in this run: there is no timeline.</source>
        <translation>沒有未結案的事件，本次執行也沒有結案的事件，因此沒有時間軸。</translation>
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
        <source>Source lost: %1</source>
        <translation>訊號中斷：%1</translation>
    </message>
    <message>
        <source>Suppressed by design: %1</source>
        <translation>依設計抑制：%1</translation>
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
        <source>%1 is dark</source>
        <translation>%1 失聯</translation>
    </message>
    <message>
        <source>%1 is back</source>
        <translation>%1 已恢復</translation>
    </message>
    <message>
        <source>%1 has left</source>
        <translation>%1 已離線</translation>
    </message>
    <message>
        <source>%1 works on this journal, too</source>
        <translation>%1 也在使用本日誌</translation>
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
        <source>%1: rising fast</source>
        <translation>%1：上升過快</translation>
    </message>
    <message>
        <source>%1: falling fast</source>
        <translation>%1：下降過快</translation>
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
        <source>Device deleted at its bridge</source>
        <translation>裝置已在閘道器上刪除</translation>
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
        <source>Camera moved</source>
        <translation>攝影機被移動</translation>
    </message>
    <message>
        <source>Camera covered, or smoke</source>
        <translation>攝影機被遮擋或有煙</translation>
    </message>
    <message>
        <source>Camera in the dark</source>
        <translation>攝影機畫面全黑</translation>
    </message>
    <message>
        <source>Camera out of focus</source>
        <translation>攝影機失焦</translation>
    </message>
    <message>
        <source>Camera sends a frozen picture</source>
        <translation>攝影機畫面卡死</translation>
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
        <source>Again and again</source>
        <translation>短時間重複發生</translation>
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
        <source>Waterlogging threatens</source>
        <translation>淹水風險</translation>
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
        <source>Messages delayed</source>
        <translation>訊息延遲</translation>
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
        <source>Gateway lost</source>
        <translation>閘道器中斷</translation>
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
        <source>Detectors not proven</source>
        <translation>未驗證的偵測器</translation>
    </message>
    <message>
        <source>Screen gone</source>
        <translation>螢幕遺失</translation>
    </message>
    <message>
        <source>Settings file failing</source>
        <translation>設定檔故障</translation>
    </message>
    <message>
        <source>Record not looked after</source>
        <translation>紀錄未獲維護</translation>
    </message>
    <message>
        <source>Disk filling up</source>
        <translation>磁碟將滿</translation>
    </message>
    <message>
        <source>No recent backup</source>
        <translation>近期沒有備份</translation>
    </message>
    <message>
        <source>Screens not recorded</source>
        <translation>螢幕未記錄</translation>
    </message>
    <message>
        <source>Console is dark</source>
        <translation>席位失聯</translation>
    </message>
    <message>
        <source>Accounts file failing</source>
        <translation>帳號檔案故障</translation>
    </message>
    <message>
        <source>Most messages refused</source>
        <translation>多數訊息遭拒收</translation>
    </message>
</context>
<context>
    <name>Lamps</name>
    <message>
        <source>up</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>sandbox</source>
        <translation>沙盒</translation>
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
        <source>behind</source>
        <translation>積壓</translation>
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
        <translation>裝置</translation>
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
    <name>LineWords</name>
    <message>
        <source>Site</source>
        <translation>園區</translation>
    </message>
    <message>
        <source>others %1</source>
        <translation>其他 %1</translation>
    </message>
    <message>
        <source>FIRST</source>
        <translation>首報</translation>
    </message>
    <message>
        <source>on test %1</source>
        <translation>測試 %1</translation>
    </message>
    <message>
        <source>out of service %1</source>
        <translation>停用 %1</translation>
    </message>
    <message>
        <source>verify %1</source>
        <translation>查證 %1</translation>
    </message>
    <message>
        <source>shelved %1</source>
        <translation>擱置 %1</translation>
    </message>
    <message>
        <source>verify expired: counts as real</source>
        <translation>查證逾時：視為屬實</translation>
    </message>
    <message>
        <source>acknowledged, unowned</source>
        <translation>已確認，無人負責</translation>
    </message>
    <message>
        <source>chattering</source>
        <translation>頻繁抖動</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>長期未解除</translation>
    </message>
    <message>
        <source>came again</source>
        <translation>再次警報</translation>
    </message>
    <message>
        <source>got worse</source>
        <translation>惡化</translation>
    </message>
    <message>
        <source>acknowledged, nothing done</source>
        <translation>已確認但未處置</translation>
    </message>
    <message>
        <source>2nd detector: fire</source>
        <translation>第二個探測器：火警</translation>
    </message>
    <message>
        <source>shelf ended</source>
        <translation>擱置到期</translation>
    </message>
    <message>
        <source>cause gone</source>
        <translation>原因已解除</translation>
    </message>
    <message>
        <source>back in service</source>
        <translation>恢復使用</translation>
    </message>
    <message>
        <source>test ended</source>
        <translation>測試結束</translation>
    </message>
    <message>
        <source>fire near it</source>
        <translation>附近有火警</translation>
    </message>
    <message>
        <source>second tone</source>
        <translation>第二警音</translation>
    </message>
    <message>
        <source>every position and the walls</source>
        <translation>所有席位與電視牆</translation>
    </message>
    <message>
        <source>supervisor called</source>
        <translation>已通知值班主管</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>a person said it is real</source>
        <translation>人工查證屬實</translation>
    </message>
    <message>
        <source>second detector: %1</source>
        <translation>第二個探測器：%1</translation>
    </message>
    <message>
        <source>a second detector, or one that is not in service</source>
        <translation>第二個探測器，或配對探測器停用</translation>
    </message>
    <message>
        <source>because of: %1</source>
        <translation>原因：%1</translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message>
        <source>Broker</source>
        <translation>訊息</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>接收</translation>
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
        <source>Gateway</source>
        <translation>閘道器</translation>
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
        <source>Archive</source>
        <translation>檔案庫</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁碟</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>Screen record</source>
        <translation>螢幕紀錄</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>時鐘</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Consoles</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>帳號</translation>
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
        <source>more messages than can be read, they wait at the broker</source>
        <translation>訊息多於可讀取的數量，正在訊息伺服器上等待</translation>
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
        <source>not sealed, or old parts not cleared</source>
        <translation>未封存，或舊紀錄未清理</translation>
    </message>
    <message>
        <source>almost full</source>
        <translation>幾乎已滿</translation>
    </message>
    <message>
        <source>will soon be full</source>
        <translation>即將寫滿</translation>
    </message>
    <message>
        <source>the newest is too old</source>
        <translation>最近一次備份過舊</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>沒有備份</translation>
    </message>
    <message>
        <source>nobody synchronises it</source>
        <translation>未校時</translation>
    </message>
    <message>
        <source>differs from the database's</source>
        <translation>與資料庫時鐘不一致</translation>
    </message>
    <message>
        <source>differs from another console's</source>
        <translation>與另一主控台時鐘不一致</translation>
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
        <source>encrypted, no key</source>
        <translation>已加密，沒有金鑰</translation>
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
    <name>LoadWords</name>
    <message>
        <source>Overload: %1</source>
        <translation>過載：%1</translation>
    </message>
    <message>
        <source>since %1 · %2</source>
        <translation>%1 起 · %2</translation>
    </message>
    <message>
        <source>%1 tiles would need about %2 % of the processor; pictures may take %3 %</source>
        <translation>%1 格約需處理器的 %2 %，畫面最多可用 %3 %</translation>
    </message>
    <message>
        <source>Then: %1. Once more shows it all the same</source>
        <translation>屆時：%1。再操作一次則照樣顯示</translation>
    </message>
    <message>
        <source>Paused: overload</source>
        <translation>已暫停：過載</translation>
    </message>
    <message>
        <source>%1 tiles paused</source>
        <translation>%1 格暫停</translation>
    </message>
    <message>
        <source>%1 tiles paused, %2 slowed to a quarter</source>
        <translation>%1 格暫停，%2 格降至四分之一</translation>
    </message>
    <message>
        <source>%1 tiles slowed to a quarter</source>
        <translation>%1 格降至四分之一影格率</translation>
    </message>
    <message>
        <source>%1 small tiles slowed to half</source>
        <translation>%1 個小格降至一半影格率</translation>
    </message>
    <message>
        <source>views of unseen cameras not checked</source>
        <translation>未上螢幕攝影機的畫面暫不檢查</translation>
    </message>
    <message>
        <source>%1 % of the pictures came late</source>
        <translation>%1 % 的畫面延遲</translation>
    </message>
    <message>
        <source>the windows do not come to paint them</source>
        <translation>視窗來不及繪製</translation>
    </message>
    <message>
        <source>pictures took %1 % of the processor</source>
        <translation>畫面占用處理器 %1 %</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Nobody is signed in</source>
        <translation>無人登入</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>Alarms are shown and sound as ever. Whoever signs in finds everything as it stands.</source>
        <translation>警報照常顯示、照常發聲。登入後一切維持原狀。</translation>
    </message>
    <message>
        <source>Fire alarms: %1</source>
        <translation>火警：%1</translation>
    </message>
    <message>
        <source>%1 more, as urgent</source>
        <translation>另有 %1 則同樣緊急</translation>
    </message>
    <message>
        <source>Other alarms: %1, not acknowledged: %2</source>
        <translation>其他警報：%1，未確認：%2</translation>
    </message>
</context>
<context>
    <name>MemoryPage</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>no picture comes</source>
        <translation>沒有畫面來</translation>
    </message>
    <message>
        <source>The video process has not told yet</source>
        <translation>視訊程序尚未回報</translation>
    </message>
    <message>
        <source>%1 cameras, %2 s of each wanted, %3 have less</source>
        <translation>%1 部攝影機，每部應存 %2 秒，%3 部不足</translation>
    </message>
    <message>
        <source>Pictures in memory</source>
        <translation>記憶體中的畫面</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>no microphone: listening only</source>
        <translation>無麥克風：只能收聽</translation>
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
        <source>is open</source>
        <translation>開</translation>
    </message>
    <message>
        <source>The system's microphone</source>
        <translation>系統預設麥克風</translation>
    </message>
</context>
<context>
    <name>NewcomerControl</name>
    <message>
        <source>List</source>
        <translation>清單</translation>
    </message>
    <message>
        <source>Name or kind</source>
        <translation>名稱或類型</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>not placed</source>
        <translation>未定位</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒絕</translation>
    </message>
    <message>
        <source>why it is not wanted</source>
        <translation>拒絕原因</translation>
    </message>
    <message>
        <source>Place …</source>
        <translation>定位…</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒絕</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢復</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>New devices as CSV</source>
        <translation>新裝置 CSV</translation>
    </message>
</context>
<context>
    <name>NewcomerPage</name>
    <message>
        <source>No device of this list is called so.</source>
        <translation>此清單中沒有這樣的裝置。</translation>
    </message>
    <message>
        <source>Every device that was heard has its place at the site.</source>
        <translation>聽到的每台裝置都已在園區定位。</translation>
    </message>
    <message>
        <source>Signed and written. It counts when the change of the site is applied: Ctrl+R.</source>
        <translation>已簽署並寫入。套用園區變更後生效：Ctrl+R。</translation>
    </message>
    <message>
        <source>Somebody has decided about it already</source>
        <translation>已有人作出決定</translation>
    </message>
    <message>
        <source>Keep the list of new devices</source>
        <translation>儲存新裝置清單</translation>
    </message>
    <message>
        <source>device</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>maker</source>
        <translation>廠商</translation>
    </message>
    <message>
        <source>model</source>
        <translation>型號</translation>
    </message>
    <message>
        <source>kinds</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>said last</source>
        <translation>最近回報</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>state</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Devices without a place</source>
        <translation>未定位裝置</translation>
    </message>
</context>
<context>
    <name>NewcomerWords</name>
    <message>
        <source>ALARM: %1</source>
        <translation>警報：%1</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>not placed</source>
        <translation>未定位</translation>
    </message>
    <message>
        <source>signed, to be applied</source>
        <translation>已簽署，待套用</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒絕</translation>
    </message>
    <message>
        <source>alarm</source>
        <translation>警報</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>test or removed</source>
        <translation>測試或拆除</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>heard %1</source>
        <translation>收到 %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>known since %1</source>
        <translation>首次出現 %1</translation>
    </message>
    <message>
        <source>was heard as %1</source>
        <translation>曾以 %1 回報</translation>
    </message>
    <message>
        <source>announced by its bridge</source>
        <translation>由閘道器通告</translation>
    </message>
    <message>
        <source>only heard, nobody announced it</source>
        <translation>僅收到訊息，無人通告</translation>
    </message>
    <message>
        <source>signed by %1, %2</source>
        <translation>%1 簽署，%2</translation>
    </message>
    <message>
        <source>rejected by %1, %2: %3</source>
        <translation>%1 拒絕，%2：%3</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) without a place</source>
        <translation>
            <numerusform>%n 台裝置未定位</numerusform>
        </translation>
    </message>
    <message>
        <source>The list is full: %1 more were heard.</source>
        <translation>清單已滿：另收到 %1 台。</translation>
    </message>
    <message>
        <source>This device is not listed any more</source>
        <translation>此裝置已不在清單中</translation>
    </message>
    <message>
        <source>Somebody has decided about it already</source>
        <translation>已有人作出決定</translation>
    </message>
    <message>
        <source>It is not rejected</source>
        <translation>它未被拒絕</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>請填寫理由</translation>
    </message>
    <message>
        <source>Tick what it measures</source>
        <translation>請勾選它量測的內容</translation>
    </message>
    <message>
        <source>Give its name in both languages</source>
        <translation>請填寫中英文名稱</translation>
    </message>
    <message>
        <source>Click on the plan where it hangs</source>
        <translation>請在平面圖上點擊安裝位置</translation>
    </message>
    <message>
        <source>Another device is being written</source>
        <translation>正在寫入另一台裝置</translation>
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
        <source>New devices</source>
        <translation>新裝置</translation>
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
        <source>Proofs</source>
        <translation>驗證</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>績效</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>螢幕</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>攝影機</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶體</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>訊息</translation>
    </message>
    <message>
        <source>Closed incidents</source>
        <translation>結案紀錄</translation>
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
    <name>PeoplePanel</name>
    <message>
        <source>Acting supervisor</source>
        <translation>代理值班主管</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已鎖定</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>There are no accounts: everybody here is %1 and may do everything.</source>
        <translation>沒有帳號：這裡每個人都是 %1，可執行所有操作。</translation>
    </message>
    <message>
        <source>Lock  Ctrl+L</source>
        <translation>鎖定  Ctrl+L</translation>
    </message>
    <message>
        <source>Change operator</source>
        <translation>換人</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>登出</translation>
    </message>
    <message>
        <source>Stand in …</source>
        <translation>代理…</translation>
    </message>
    <message>
        <source>Done  Ctrl+U</source>
        <translation>完成  Ctrl+U</translation>
    </message>
</context>
<context>
    <name>PeopleWords</name>
    <message>
        <source>Dispatcher</source>
        <translation>調度員</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>電視牆</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>值班主管</translation>
    </message>
    <message>
        <source>Engineer</source>
        <translation>維護工程師</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理員</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已鎖定</translation>
    </message>
    <message>
        <source>Locked: nobody was at this position</source>
        <translation>已鎖定：席位無人操作</translation>
    </message>
    <message>
        <source>Locked after a restart</source>
        <translation>重新啟動後已鎖定</translation>
    </message>
    <message>
        <source>Nobody is signed in here</source>
        <translation>本席位無人登入</translation>
    </message>
    <message>
        <source>This position is locked</source>
        <translation>本席位已鎖定</translation>
    </message>
    <message>
        <source>Your role does not allow this</source>
        <translation>您的角色無權執行此操作</translation>
    </message>
    <message>
        <source>Alarms of this class are not yours</source>
        <translation>您不負責此類警報</translation>
    </message>
    <message>
        <source>This is not in your area</source>
        <translation>不在您的負責區域內</translation>
    </message>
    <message>
        <source>There are no accounts here</source>
        <translation>此處沒有帳號</translation>
    </message>
    <message>
        <source>Name or password wrong</source>
        <translation>使用者名稱或密碼錯誤</translation>
    </message>
    <message>
        <source>Wait %1 s</source>
        <translation>請等候 %1 秒</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>請稍候…</translation>
    </message>
    <message>
        <source>Type name and password</source>
        <translation>請輸入使用者名稱和密碼</translation>
    </message>
    <message>
        <source>It takes a second person</source>
        <translation>需要第二個人</translation>
    </message>
    <message>
        <source>Nobody is called so</source>
        <translation>沒有此使用者</translation>
    </message>
    <message>
        <source>Only a dispatcher can stand in</source>
        <translation>只有調度員可以代理</translation>
    </message>
    <message>
        <source>At most %1 hours</source>
        <translation>最多 %1 小時</translation>
    </message>
    <message>
        <source>Stands in already</source>
        <translation>已在代理</translation>
    </message>
    <message>
        <source>Does not stand in</source>
        <translation>未在代理</translation>
    </message>
</context>
<context>
    <name>PerformanceBar</name>
    <message>
        <source>give up</source>
        <translation>放棄</translation>
    </message>
    <message>
        <source>print</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>All of it as a PDF</source>
        <translation>全部內容存成 PDF</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
</context>
<context>
    <name>PerformanceExport</name>
    <message>
        <source>Keep the alarm performance</source>
        <translation>儲存警報績效</translation>
    </message>
    <message>
        <source>Calls per 10 min; the line is where a flood begins</source>
        <translation>每 10 分鐘警報次數；橫線為警報氾濫起點</translation>
    </message>
    <message>
        <source>look at it</source>
        <translation>需關注</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>what</source>
        <translation>事項</translation>
    </message>
    <message>
        <source>value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>優先等級</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>次數</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Priorities</source>
        <translation>優先等級</translation>
    </message>
    <message>
        <source>class or position</source>
        <translation>類別或席位</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>確認數</translation>
    </message>
    <message>
        <source>Time to acknowledge</source>
        <translation>確認所需時間</translation>
    </message>
    <message>
        <source>point</source>
        <translation>點位</translation>
    </message>
    <message>
        <source>chattering</source>
        <translation>頻繁抖動</translation>
    </message>
    <message>
        <source>fleeting</source>
        <translation>瞬間</translation>
    </message>
    <message>
        <source>half stood</source>
        <translation>半數持續</translation>
    </message>
    <message>
        <source>what would help</source>
        <translation>有效措施</translation>
    </message>
    <message>
        <source>Ten busiest points</source>
        <translation>警報最多的十個點位</translation>
    </message>
    <message>
        <source>since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Standing for more than a day</source>
        <translation>持續超過一天</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>規則 %1</translation>
    </message>
    <message>
        <source>found</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>now</source>
        <translation>剛剛</translation>
    </message>
    <message>
        <source>proposal</source>
        <translation>建議</translation>
    </message>
    <message>
        <source>change</source>
        <translation>變更</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>real alarms</source>
        <translation>真實警報</translation>
    </message>
    <message>
        <source>%1 recorded, %2 replayed</source>
        <translation>紀錄 %1 次，重演 %2 次</translation>
    </message>
    <message>
        <source>tried</source>
        <translation>已試</translation>
    </message>
</context>
<context>
    <name>PerformancePage</name>
    <message>
        <source>working: %1 %</source>
        <translation>計算中：%1 %</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>alarm flood</source>
        <translation>警報洪流</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>規則 %1</translation>
    </message>
    <message>
        <source>Reading the journal.</source>
        <translation>正在讀取紀錄。</translation>
    </message>
    <message>
        <source>Choose at the top how far back the figures are to reach.</source>
        <translation>請在上方選擇統計期間。</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>No figures yet.</source>
        <translation>尚無指標。</translation>
    </message>
    <message>
        <source>Ten busiest points</source>
        <translation>警報最多的十個點位</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>次數</translation>
    </message>
    <message>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>less</source>
        <translation>減少</translation>
    </message>
    <message>
        <source>with</source>
        <translation>措施</translation>
    </message>
</context>
<context>
    <name>PerformanceWords</name>
    <message>
        <source>Alarm performance</source>
        <translation>警報績效</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小時</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>robust</source>
        <translation>從容</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>平穩</translation>
    </message>
    <message>
        <source>reactive</source>
        <translation>疲於應付</translation>
    </message>
    <message>
        <source>overloaded</source>
        <translation>超出負荷</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>建議</translation>
    </message>
    <message>
        <source>As you set it</source>
        <translation>依您的設定</translation>
    </message>
    <message>
        <source>A fire waits for nothing: no delay is ever proposed. Look at the detector.</source>
        <translation>火警從不延時，因此不作建議。請檢查探測器。</translation>
    </message>
    <message>
        <source>A link, a camera or a silent device: no limit or delay of ours applies.</source>
        <translation>連線、攝影機或失聯裝置：沒有可調整的門檻或延時。</translation>
    </message>
    <message>
        <source>Nothing it measured in this time is kept: nothing can be replayed.</source>
        <translation>此期間沒有保存量測資料，無法重演。</translation>
    </message>
    <message>
        <source>The samples do not show what was recorded: nothing can be said.</source>
        <translation>量測資料與紀錄不符，無法判斷。</translation>
    </message>
    <message>
        <source>What would help keeps alarms away altogether, and no real alarm is there to show that none would be missed: see what was tried, and decide.</source>
        <translation>有效方案會使警報不再出現，而此期間沒有真實警報可證明不會漏報：請查看已試方案，由人決定。</translation>
    </message>
    <message>
        <source>Whatever would help would have kept a real alarm away.</source>
        <translation>凡有效的方案都會漏掉真實警報。</translation>
    </message>
    <message>
        <source>No deadband or delay takes away a fifth of the calls.</source>
        <translation>任何回差或延時都無法減少五分之一的警報。</translation>
    </message>
    <message>
        <source>fire: look at the detector</source>
        <translation>火警：請檢查探測器</translation>
    </message>
    <message>
        <source>no rule of ours</source>
        <translation>無可調規則</translation>
    </message>
    <message>
        <source>no samples</source>
        <translation>無量測資料</translation>
    </message>
    <message>
        <source>samples differ</source>
        <translation>資料與紀錄不符</translation>
    </message>
    <message>
        <source>not proven: see there</source>
        <translation>未證實：見詳情</translation>
    </message>
    <message>
        <source>would miss a real one</source>
        <translation>會漏掉真實警報</translation>
    </message>
    <message>
        <source>nothing helps</source>
        <translation>無有效方案</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>維持不變</translation>
    </message>
    <message>
        <source>deadband</source>
        <translation>回差</translation>
    </message>
    <message>
        <source>off-delay</source>
        <translation>復歸延時</translation>
    </message>
    <message>
        <source>on-delay</source>
        <translation>警報延時</translation>
    </message>
    <message>
        <source>deadband %1, on-delay %2 s, off-delay %3 s</source>
        <translation>回差 %1，警報延時 %2 秒，復歸延時 %3 秒</translation>
    </message>
    <message>
        <source>Calls that would vanish: %1 of %2; of these, into an alarm that still stands: %3</source>
        <translation>%2 次警報中將消失 %1 次，其中 %3 次併入仍持續中的警報</translation>
    </message>
    <message>
        <source>No real alarm of this rule in this time: nothing shows that none would be missed.</source>
        <translation>此期間內本規則沒有真實警報：無法證明不會漏報。</translation>
    </message>
    <message>
        <source>%1 of %2 real alarms would be MISSED.</source>
        <translation>%2 則真實警報中將漏報 %1 則！</translation>
    </message>
    <message>
        <source>Of %2 real alarms none would be missed, %1 would come up to %3 later.</source>
        <translation>%2 則真實警報無漏報，%1 則最多晚 %3。</translation>
    </message>
    <message>
        <source>Of %2 real alarms none would be missed and none late.</source>
        <translation>%2 則真實警報無漏報、無延遲。</translation>
    </message>
    <message>
        <source>The one real alarm would be MISSED.</source>
        <translation>僅有的 1 則真實警報將被漏報！</translation>
    </message>
    <message>
        <source>The one real alarm would not be missed, but come up to %3 later.</source>
        <translation>僅有的 1 則真實警報不會漏報，但最多晚 %3。</translation>
    </message>
    <message>
        <source>The one real alarm would neither be missed nor late.</source>
        <translation>僅有的 1 則真實警報無漏報、無延遲。</translation>
    </message>
    <message>
        <source>%1 vanish, %2 missed, %3 late</source>
        <translation>消失 %1，漏報 %2，延遲 %3</translation>
    </message>
    <message>
        <source>%1 of them would have come into an alarm that stood already.</source>
        <translation>其中 %1 則將併入已在持續的警報。</translation>
    </message>
    <message>
        <source>Journal or history cannot be read.</source>
        <translation>無法讀取紀錄或歷史資料。</translation>
    </message>
    <message>
        <source>config.toml or the site folder has a mistake.</source>
        <translation>config.toml 或現場資料夾有錯誤。</translation>
    </message>
    <message>
        <source>The work ended without an answer: see the log.</source>
        <translation>計算中斷且沒有結果：請查看記錄檔。</translation>
    </message>
    <message>
        <source>This console cannot work it out.</source>
        <translation>本主控台無法計算。</translation>
    </message>
    <message>
        <source>First the figures, then a replay.</source>
        <translation>請先統計指標，再重演。</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分鐘</translation>
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
        <source>certificate not trusted</source>
        <translation>憑證不受信任</translation>
    </message>
    <message>
        <source>no encrypted connection</source>
        <translation>無法加密連線</translation>
    </message>
    <message>
        <source>delayed by some seconds</source>
        <translation>延遲數秒</translation>
    </message>
    <message>
        <source>libvlc is missing</source>
        <translation>缺少 libvlc</translation>
    </message>
    <message>
        <source>certificate not looked at</source>
        <translation>未驗證憑證</translation>
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
        <source>multicast only</source>
        <translation>僅發群播</translation>
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
        <source>%1 % of packets lost</source>
        <translation>封包遺失 %1 %</translation>
    </message>
    <message>
        <source>no key frame for %1 s</source>
        <translation>%1 秒無關鍵影格</translation>
    </message>
</context>
<context>
    <name>PlaceForm</name>
    <message>
        <source>Name (Chinese)</source>
        <translation>中文名稱</translation>
    </message>
    <message>
        <source>Name (English)</source>
        <translation>英文名稱</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>樓層</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>分區</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>量測內容</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>可見攝影機</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>別名</translation>
    </message>
    <message>
        <source>The name its messages carry until its id is known</source>
        <translation>識別編號前訊息中使用的名稱</translation>
    </message>
    <message>
        <source>Sign and write</source>
        <translation>簽署並寫入</translation>
    </message>
    <message>
        <source>Into points.csv and bindings.csv; then the change of the site is shown</source>
        <translation>寫入 points.csv 與 bindings.csv，隨後顯示園區變更</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回清單</translation>
    </message>
</context>
<context>
    <name>Placing</name>
    <message>
        <source>DRILL</source>
        <translation>演練</translation>
    </message>
    <message>
        <source>%1 (not placed)</source>
        <translation>%1（未定位）</translation>
    </message>
    <message>
        <source>%1 is dark</source>
        <translation>%1 失聯</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) lost with it</source>
        <translation>
            <numerusform>%n 個點位隨之失聯</numerusform>
        </translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>門檻 %1</translation>
    </message>
    <message>
        <source>late by %1</source>
        <translation>延遲 %1</translation>
    </message>
    <message>
        <source>%1 times within %2</source>
        <translation>%2 內 %1 次</translation>
    </message>
</context>
<context>
    <name>PlacingSide</name>
    <message>
        <source>outdoors</source>
        <translation>室外</translation>
    </message>
    <message>
        <source>Click on the plan where it hangs; a building is entered by a click.</source>
        <translation>請在平面圖上點擊安裝位置；點擊建築進入樓層。</translation>
    </message>
    <message>
        <source>%1 m east, %2 m north of the site's origin</source>
        <translation>園區原點以東 %1 m，以北 %2 m</translation>
    </message>
    <message>
        <source>Being written …</source>
        <translation>正在寫入…</translation>
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
        <translation>%1 筆警報</translation>
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
        <translation>園區</translation>
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
        <source>device or bridge lost</source>
        <translation>裝置或橋接器失聯</translation>
    </message>
    <message>
        <source>silent for too long</source>
        <translation>靜默過久</translation>
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
        <source>%1: 1 open alarm, %3</source>
        <translation>%1：1 則未結警報，%3</translation>
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
    <name>ProofControl</name>
    <message>
        <source>Test %1</source>
        <translation>測試 %1 個</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>全不選</translation>
    </message>
    <message>
        <source>Tick all listed</source>
        <translation>全選清單</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清單</translation>
    </message>
    <message>
        <source>Name or place</source>
        <translation>名稱或位置</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分鐘</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>owed and due soon</source>
        <translation>待補驗與即將到期</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>已驗證</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>無回應</translation>
    </message>
    <message>
        <source>End the test</source>
        <translation>結束測試</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Proofs as CSV</source>
        <translation>驗證紀錄 CSV</translation>
    </message>
</context>
<context>
    <name>ProofPage</name>
    <message>
        <source>No detector of this site has to be proven: see [proving] in the configuration.</source>
        <translation>本場域沒有須驗證的偵測器：請見設定中的 [proving]。</translation>
    </message>
    <message>
        <source>No detector of this list is called so.</source>
        <translation>此清單中沒有這個名稱的偵測器。</translation>
    </message>
    <message>
        <source>Every detector is proven or not yet due. The list “all” shows them.</source>
        <translation>所有偵測器均已驗證或尚未到期。「全部」清單可查看。</translation>
    </message>
    <message>
        <source>No detector was proven yet.</source>
        <translation>尚無偵測器通過驗證。</translation>
    </message>
    <message>
        <source>Export the proofs</source>
        <translation>匯出驗證紀錄</translation>
    </message>
    <message>
        <source>Proof of the alarm paths</source>
        <translation>警報路徑驗證</translation>
    </message>
</context>
<context>
    <name>ProofWords</name>
    <message>
        <source>FAILED</source>
        <translation>未通過</translation>
    </message>
    <message>
        <source>OVERDUE</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>due soon</source>
        <translation>即將到期</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>已驗證</translation>
    </message>
    <message>
        <source>not proven yet</source>
        <translation>尚未驗證</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>proven %1 by %2, in %3</source>
        <translation>%1 由 %2 驗證，用時 %3</translation>
    </message>
    <message>
        <source>no signal arrived</source>
        <translation>未收到訊號</translation>
    </message>
    <message>
        <source>arrived, and nobody could see it</source>
        <translation>已收到，但無人能看到</translation>
    </message>
    <message>
        <source>did not answer</source>
        <translation>無回應</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>ARRIVED</source>
        <translation>已收到</translation>
    </message>
    <message>
        <source>PROVEN</source>
        <translation>已驗證</translation>
    </message>
    <message>
        <source>%1 tests %2 detectors; their signals count as tests for another %3.</source>
        <translation>%1 正在測試 %2 個偵測器；其訊號在 %3 內視為測試。</translation>
    </message>
    <message>
        <source>%1 proven, %2 failed, %3 still to come</source>
        <translation>已驗證 %1，未通過 %2，待測 %3</translation>
    </message>
    <message>
        <source>%1 detectors to be proven: %2 owed, %3 due soon.</source>
        <translation>須驗證的偵測器 %1 個：待補驗 %2 個，即將到期 %3 個。</translation>
    </message>
    <message>
        <source>%1 tests already: one test at a time.</source>
        <translation>%1 正在測試：一次只能進行一項測試。</translation>
    </message>
    <message>
        <source>Tick the detectors first.</source>
        <translation>請先勾選偵測器。</translation>
    </message>
    <message>
        <source>At most %1 detectors in one test.</source>
        <translation>一次測試最多 %1 個偵測器。</translation>
    </message>
    <message>
        <source>This detector need not be proven.</source>
        <translation>該偵測器無須驗證。</translation>
    </message>
    <message>
        <source>A test takes from 1 to %1 minutes.</source>
        <translation>測試時間為 1 至 %1 分鐘。</translation>
    </message>
    <message>
        <source>No test is on.</source>
        <translation>沒有進行中的測試。</translation>
    </message>
    <message>
        <source>This detector is not under test.</source>
        <translation>該偵測器不在測試中。</translation>
    </message>
    <message>
        <source>%1 is in alarm: it cannot be tested now.</source>
        <translation>%1 正在警報中：目前無法測試。</translation>
    </message>
</context>
<context>
    <name>PtzJournalWords</name>
    <message>
        <source>%1 turns camera %2</source>
        <translation>%1 正在控制攝影機 %2 的雲台</translation>
    </message>
    <message>
        <source>%1 has taken camera %2 from here</source>
        <translation>%1 已接管攝影機 %2 的雲台</translation>
    </message>
    <message>
        <source>Camera %2 is not turned to %3 for the alarm: %1 turns it</source>
        <translation>攝影機 %2 未隨警報轉到 %3：%1 正在控制</translation>
    </message>
    <message>
        <source>Camera %2 turned to %3 for the alarm</source>
        <translation>攝影機 %2 已隨警報轉到 %3</translation>
    </message>
    <message>
        <source>Camera %2 is back home: the alarm is over</source>
        <translation>警報結束，攝影機 %2 已回原點</translation>
    </message>
    <message>
        <source>%1 turned camera %2 to %3</source>
        <translation>%1 將攝影機 %2 轉到 %3</translation>
    </message>
    <message>
        <source>%1 keeps where camera %2 looks as %3</source>
        <translation>%1 將攝影機 %2 的目前位置存為 %3</translation>
    </message>
    <message>
        <source>Camera %2 looks again where it did before the alarm</source>
        <translation>攝影機 %2 已轉回警報前的位置</translation>
    </message>
    <message>
        <source>%1 sent camera %2 home</source>
        <translation>%1 將攝影機 %2 回原點</translation>
    </message>
    <message>
        <source>%1 turned camera %2</source>
        <translation>%1 轉動了攝影機 %2</translation>
    </message>
</context>
<context>
    <name>PtzMenu</name>
    <message>
        <source>Turn this camera</source>
        <translation>控制此雲台</translation>
    </message>
    <message>
        <source>Home position</source>
        <translation>回原點</translation>
    </message>
    <message>
        <source>Keep what it shows now as</source>
        <translation>將目前畫面存為預設點</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>釋放控制</translation>
    </message>
</context>
<context>
    <name>PtzSaid</name>
    <message>
        <source>PTZ %1</source>
        <translation>雲台（PTZ）%1</translation>
    </message>
    <message>
        <source>PTZ ←↑→↓ + −</source>
        <translation>雲台 ←↑→↓ + −</translation>
    </message>
    <message>
        <source>PTZ in use by %1</source>
        <translation>雲台由 %1 使用中</translation>
    </message>
    <message>
        <source>Preset %1 waits: in use by %2</source>
        <translation>預設點 %1 等待中：%2 正在使用</translation>
    </message>
    <message>
        <source>PTZ: no control address</source>
        <translation>雲台：沒有控制位址</translation>
    </message>
    <message>
        <source>PTZ: cannot be reached</source>
        <translation>雲台：無法連線</translation>
    </message>
    <message>
        <source>PTZ: no answer</source>
        <translation>雲台：沒有回應</translation>
    </message>
    <message>
        <source>PTZ: wrong password</source>
        <translation>雲台：密碼錯誤</translation>
    </message>
    <message>
        <source>PTZ: the camera refuses</source>
        <translation>雲台：攝影機拒絕</translation>
    </message>
    <message>
        <source>PTZ: it has no such preset</source>
        <translation>雲台：沒有此預設點</translation>
    </message>
    <message>
        <source>PTZ: it cannot do this</source>
        <translation>雲台：不支援此操作</translation>
    </message>
    <message>
        <source>PTZ: its answer makes no sense</source>
        <translation>雲台：回應無法辨識</translation>
    </message>
    <message>
        <source>PTZ: its password cannot be read</source>
        <translation>雲台：無法讀取密碼</translation>
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
        <source>at incident %3</source>
        <translation>在事件 %3</translation>
    </message>
    <message>
        <source>no answer %2</source>
        <translation>未回應 %2</translation>
    </message>
    <message>
        <source>lacks %1</source>
        <translation>缺%1技能</translation>
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
        <translation>停用</translation>
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
    <name>Reminders</name>
    <message>
        <source>It is real, or counts as real, and has no incident: %1. F5 opens it and orders units.</source>
        <translation>屬實或視為屬實，尚無案件：%1。按 F5 建立案件並派遣單位。</translation>
    </message>
    <message>
        <source>The shelf ends at %1: %2</source>
        <translation>擱置於 %1 結束：%2</translation>
    </message>
    <message>
        <source>The test ends at %1: %2</source>
        <translation>測試於 %1 結束：%2</translation>
    </message>
    <message>
        <source>Back in service at %1: %2</source>
        <translation>於 %1 恢復使用：%2</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 則</translation>
    </message>
</context>
<context>
    <name>RemoteMenu</name>
    <message>
        <source>%1 onto tile</source>
        <translation>%1 投到畫面</translation>
    </message>
    <message>
        <source>All that is shown here (%1 tiles)</source>
        <translation>這裡顯示的全部（%1 畫面）</translation>
    </message>
    <message>
        <source>Its layout</source>
        <translation>對方版面</translation>
    </message>
    <message>
        <source>%1 tiles</source>
        <translation>%1 畫面</translation>
    </message>
</context>
<context>
    <name>RemoteWords</name>
    <message>
        <source>Wall %1</source>
        <translation>電視牆 %1</translation>
    </message>
    <message>
        <source>%1 tiles</source>
        <translation>%1 畫面</translation>
    </message>
    <message>
        <source>%3 wanted %1 on %2: refused (%4)</source>
        <translation>%3 想將 %1 投到 %2：已拒絕（%4）</translation>
    </message>
    <message>
        <source>%3 put %1 on %2</source>
        <translation>%3 將 %1 投到 %2</translation>
    </message>
    <message>
        <source>Shown on %2: %1</source>
        <translation>已在 %2 顯示：%1</translation>
    </message>
    <message>
        <source>Not shown on %2: %1 (%4)</source>
        <translation>未在 %2 顯示：%1（%4）</translation>
    </message>
    <message>
        <source>No answer, withdrawn from %2: %1</source>
        <translation>無回應，已從 %2 撤回：%1</translation>
    </message>
</context>
<context>
    <name>ResetLine</name>
    <message>
        <source>Reset: what was it?</source>
        <translation>復歸：是什麼原因？</translation>
    </message>
    <message>
        <source>A word about it</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cause: as usual</source>
        <translation>原因：依慣例</translation>
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
        <translation>沒有未結束的警報。</translation>
    </message>
    <message>
        <source>unacknowledged</source>
        <translation>未確認</translation>
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
        <source>chattering, stale</source>
        <translation>抖動、長期未解除</translation>
    </message>
    <message numerus="yes">
        <source>%n not rationalised: nobody wrote down what to do</source>
        <translation>
            <numerusform>%n 筆未合理化：沒有處置指引</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages refused</source>
        <translation>被拒訊息</translation>
    </message>
    <message>
        <source>Every message since the start was understood.</source>
        <translation>啟動以來的訊息全部可辨識。</translation>
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
        <source>disk</source>
        <translation>磁碟</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>剩餘 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>可用 %n 天</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>%n point(s) lost with device or bridge</source>
        <translation>
            <numerusform>%n 個點位隨裝置或橋接器失聯</numerusform>
        </translation>
    </message>
    <message>
        <source>not heard since the start</source>
        <translation>啟動後尚無讀數</translation>
    </message>
    <message>
        <source>last message %1 ago</source>
        <translation>%1 前收到最近訊息</translation>
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
        <translation>另有 %1 件</translation>
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
</context>
<context>
    <name>RewindBar</name>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
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
        <source>Slower</source>
        <translation>放慢</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>加快</translation>
    </message>
    <message>
        <source>As fast as it was</source>
        <translation>原速</translation>
    </message>
    <message>
        <source>From (I)</source>
        <translation>起點 (I)</translation>
    </message>
    <message>
        <source>The clip begins here</source>
        <translation>錄影從這裡開始</translation>
    </message>
    <message>
        <source>To (O)</source>
        <translation>終點 (O)</translation>
    </message>
    <message>
        <source>The clip ends here</source>
        <translation>錄影到這裡結束</translation>
    </message>
    <message>
        <source>Keep clip (K)</source>
        <translation>儲存錄影 (K)</translation>
    </message>
    <message>
        <source>Keep what lies between the marks as a clip</source>
        <translation>把起點與終點之間儲存為錄影</translation>
    </message>
    <message>
        <source>Snapshot (S)</source>
        <translation>截圖（S）</translation>
    </message>
    <message>
        <source>Keep this picture as a file</source>
        <translation>把這幅畫面儲存為檔案</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>一起重播</translation>
    </message>
    <message>
        <source>All pictures at the same moment (Shift+Space)</source>
        <translation>所有畫面同一時刻 (Shift+空白鍵)</translation>
    </message>
    <message>
        <source>Live (Esc)</source>
        <translation>即時 (Esc)</translation>
    </message>
    <message>
        <source>Back to what is now</source>
        <translation>回到現在</translation>
    </message>
    <message>
        <source>Instant replay</source>
        <translation>即時重播</translation>
    </message>
</context>
<context>
    <name>RewindJournalWords</name>
    <message>
        <source>%1 looks back at %2</source>
        <translation>%1 回看 %2</translation>
    </message>
    <message>
        <source>Replay of %2 is over</source>
        <translation>%2 的回看已結束</translation>
    </message>
    <message>
        <source>%1 kept a replay of %2</source>
        <translation>%1 儲存了 %2 的回看</translation>
    </message>
</context>
<context>
    <name>RewindWords</name>
    <message>
        <source>key frames only</source>
        <translation>僅關鍵影格</translation>
    </message>
    <message>
        <source>not kept ready</source>
        <translation>未保持連線</translation>
    </message>
    <message>
        <source>no sub-stream</source>
        <translation>無子串流</translation>
    </message>
    <message>
        <source>no room in memory</source>
        <translation>記憶體放不下</translation>
    </message>
    <message>
        <source>room for %1 s</source>
        <translation>只放得下 %1 秒</translation>
    </message>
    <message>
        <source>connected only since then</source>
        <translation>此時才連上</translation>
    </message>
    <message>
        <source>nothing is kept of it</source>
        <translation>不保存它的畫面</translation>
    </message>
    <message>
        <source>Live again: nobody touched the replay for two minutes</source>
        <translation>已回到即時：重播兩分鐘無人操作</translation>
    </message>
    <message>
        <source>Live again: the tile shows another camera</source>
        <translation>已回到即時：該畫面換了攝影機</translation>
    </message>
    <message>
        <source>Replay over: the video process ended, its memory is gone</source>
        <translation>重播結束：視訊程序已結束，記憶體中的畫面沒有了</translation>
    </message>
    <message>
        <source>Memory has no picture of this camera</source>
        <translation>記憶體中沒有這部攝影機的畫面</translation>
    </message>
    <message>
        <source>No replay: the video process does not answer</source>
        <translation>無法重播：視訊程序沒有回應</translation>
    </message>
    <message>
        <source>Memory %1 of %2 MB</source>
        <translation>記憶體 %1 / %2 MB</translation>
    </message>
    <message>
        <source>%1 s held</source>
        <translation>存有 %1 秒</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) being saved</source>
        <translation>
            <numerusform>正在儲存 %n 段錄影</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s) saved</source>
        <translation>
            <numerusform>已儲存 %n 段錄影</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已儲存：%1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未儲存：%1</translation>
    </message>
    <message>
        <source>Memory has no picture of this moment</source>
        <translation>記憶體中沒有這一時刻的畫面</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message numerus="yes">
        <source>%n unit(s)</source>
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
        <source>%n person(s)</source>
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
        <source>A part of the console itself: no unit can help. The engineer on duty or IT is responsible.</source>
        <translation>控制台本身的元件：任何單位都幫不上忙。由值班工程師或資訊人員負責。</translation>
    </message>
    <message>
        <source>Nobody else can be sent. %1</source>
        <translation>已無其他單位可派。%1</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>printed %1, %2</source>
        <translation>列印於 %1，%2</translation>
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
    <name>Scene</name>
    <message>
        <source>reading the history…</source>
        <translation>正在讀取歷史資料…</translation>
    </message>
    <message>
        <source>The history cannot be read: what is older than memory is missing</source>
        <translation>歷史資料無法讀取：缺少記憶體以前的資料</translation>
    </message>
    <message>
        <source>dotted: the day before</source>
        <translation>點線：前一天</translation>
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
    <name>ShiftWords</name>
    <message>
        <source>%1 tests %2 detectors</source>
        <translation>%1 測試 %2 個偵測器</translation>
    </message>
    <message>
        <source>Test of detectors ended %1</source>
        <translation>偵測器測試結束 %1</translation>
    </message>
    <message>
        <source>Alarm path proven: %1</source>
        <translation>警報路徑已驗證：%1</translation>
    </message>
    <message>
        <source>Alarm path NOT proven: %1</source>
        <translation>警報路徑未通過驗證：%1</translation>
    </message>
    <message>
        <source>%1 hands over %2</source>
        <translation>%1 交班，%2</translation>
    </message>
    <message>
        <source>%1 took over from %2</source>
        <translation>%1 自 %2 接班</translation>
    </message>
    <message>
        <source>%1 put the change of shift off</source>
        <translation>%1 暫緩交接班</translation>
    </message>
    <message>
        <source>%1 is gone: %2 alarms are nobody's</source>
        <translation>%1 已離開：%2 則警報無人負責</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Unlock</source>
        <translation>解鎖</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>使用者名稱</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密碼</translation>
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
        <source>New device, not placed: %1</source>
        <translation>新裝置，未定位：%1</translation>
    </message>
    <message>
        <source>More is known of the new device %1</source>
        <translation>新裝置 %1 有更多資訊</translation>
    </message>
    <message>
        <source>The new device %1 is gone</source>
        <translation>新裝置 %1 已移除</translation>
    </message>
    <message>
        <source>The new device %1 is back</source>
        <translation>新裝置 %1 已恢復</translation>
    </message>
    <message>
        <source>The id of the new device %1 is known</source>
        <translation>新裝置 %1 的編號已確認</translation>
    </message>
    <message>
        <source>%2 rejected the new device %1: %3</source>
        <translation>%2 拒絕了新裝置 %1：%3</translation>
    </message>
    <message>
        <source>%2 brought the new device %1 back</source>
        <translation>%2 恢復了新裝置 %1</translation>
    </message>
    <message>
        <source>%2 signed the place of %1</source>
        <translation>%2 簽署了 %1 的位置</translation>
    </message>
    <message>
        <source>%1 has its place at the site</source>
        <translation>%1 已在園區定位</translation>
    </message>
    <message>
        <source>%1 could not be written into the site folder: %3</source>
        <translation>%1 無法寫入園區資料夾：%3</translation>
    </message>
    <message>
        <source>Another console decided about %1 first</source>
        <translation>另一席位已先對 %1 作出決定</translation>
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
    <name>Speaker</name>
    <message numerus="yes">
        <source>%n more fire alarm(s)</source>
        <translation>
            <numerusform>另有 %n 筆火警</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more alarm(s)</source>
        <translation>
            <numerusform>另有 %n 筆警報</numerusform>
        </translation>
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
    <name>StandIn</name>
    <message>
        <source>Consent</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>End</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>%1 stands in for another %2 min, by %3</source>
        <translation>%1 代理值班主管，還剩 %2 分鐘（%3 授權）</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小時</translation>
    </message>
    <message>
        <source>Stands in for the supervisor</source>
        <translation>代理值班主管</translation>
    </message>
    <message>
        <source>A supervisor consents here:</source>
        <translation>由值班主管在此授權：</translation>
    </message>
    <message>
        <source>Who stands in</source>
        <translation>由誰代理</translation>
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
    <name>StoryWords</name>
    <message>
        <source>On a screen: %1</source>
        <translation>已在螢幕顯示：%1</translation>
    </message>
    <message>
        <source>To be seen again: %1</source>
        <translation>需重新確認：%1</translation>
    </message>
    <message>
        <source>Looked into: %1</source>
        <translation>已查證：%1</translation>
    </message>
    <message>
        <source>Not looked into in time, counts as real: %1</source>
        <translation>查證逾時，視為真實：%1</translation>
    </message>
    <message>
        <source>Pre-alarm became a fire alarm: %1</source>
        <translation>預警升級為火警：%1</translation>
    </message>
    <message>
        <source>Graver, a fire near it: %1</source>
        <translation>附近有火警，已升級：%1</translation>
    </message>
    <message>
        <source>As grave as before: %1</source>
        <translation>恢復原級別：%1</translation>
    </message>
    <message>
        <source>Nobody acknowledges: %1</source>
        <translation>無人確認：%1</translation>
    </message>
    <message>
        <source>Shelved: %1</source>
        <translation>已擱置：%1</translation>
    </message>
    <message>
        <source>Off the shelf: %1</source>
        <translation>已取消擱置：%1</translation>
    </message>
    <message>
        <source>Taken over: %1</source>
        <translation>已接手：%1</translation>
    </message>
    <message>
        <source>Nobody owns it: %1</source>
        <translation>無人負責：%1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Alarm flood: more than 10 in 10 minutes</source>
        <translation>警報洪泛：10 分鐘內超過 10 則</translation>
    </message>
    <message>
        <source>Alarm flood over after %1</source>
        <translation>警報洪泛結束，歷時 %1</translation>
    </message>
    <message>
        <source>Out of service: %1</source>
        <translation>停用：%1</translation>
    </message>
    <message>
        <source>Back in service: %1</source>
        <translation>恢復使用：%1</translation>
    </message>
    <message>
        <source>On test: %1</source>
        <translation>測試：%1</translation>
    </message>
    <message>
        <source>Test ended: %1</source>
        <translation>測試結束：%1</translation>
    </message>
</context>
<context>
    <name>StudyRows</name>
    <message>
        <source>%1 calls, %2 in a chatter, %3 fleeting; half of them stood for less than %4</source>
        <translation>警報 %1 次，其中抖動 %2 次、瞬間 %3 次；半數持續不到 %4</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>規則 %1</translation>
    </message>
    <message>
        <source>Nothing proposed</source>
        <translation>不作建議</translation>
    </message>
    <message>
        <source>Calls that remain would come up to %1 later.</source>
        <translation>保留的警報最多晚 %1。</translation>
    </message>
    <message>
        <source>MISSED</source>
        <translation>漏報</translation>
    </message>
    <message>
        <source>How far it can be trusted</source>
        <translation>可信程度</translation>
    </message>
    <message>
        <source>%1 recorded, %2 replayed</source>
        <translation>紀錄 %1 次，重演 %2 次</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>次數</translation>
    </message>
    <message>
        <source>%1 replayed of %2 under this rule</source>
        <translation>本規則下 %2 個點位，重演 %1 個</translation>
    </message>
    <message>
        <source>points</source>
        <translation>點位</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>量測資料</translation>
    </message>
    <message>
        <source>For config.toml</source>
        <translation>寫入 config.toml</translation>
    </message>
    <message>
        <source>only shown</source>
        <translation>僅供參考</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>已試方案</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Would vanish</source>
        <translation>將消失</translation>
    </message>
    <message>
        <source>stood %1</source>
        <translation>持續 %1</translation>
    </message>
    <message>
        <source>an alarm stands already</source>
        <translation>已有警報在持續</translation>
    </message>
    <message>
        <source>nobody would be called</source>
        <translation>不再警報</translation>
    </message>
</context>
<context>
    <name>SupervisorCall</name>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 則</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>A supervisor is called.</source>
        <translation>已呼叫值班主管。</translation>
    </message>
    <message>
        <source>You are called as supervisor.</source>
        <translation>呼叫您：值班主管。</translation>
    </message>
    <message>
        <source>A supervisor is called, and none is signed in: fetch one.</source>
        <translation>已呼叫值班主管，但無人登入：請去請一位。</translation>
    </message>
    <message>
        <source>The supervisor is called (%1).</source>
        <translation>已呼叫值班主管（%1）。</translation>
    </message>
    <message>
        <source>Nobody acknowledges: %1</source>
        <translation>無人確認：%1</translation>
    </message>
    <message>
        <source>Nobody said in time whether it is real: %1</source>
        <translation>未及時查證真偽：%1</translation>
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
        <source>Not your role</source>
        <translation>角色無權</translation>
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
        <source>all tiles</source>
        <translation>全部畫面</translation>
    </message>
    <message>
        <source>Picture shown: %1</source>
        <translation>已顯示畫面：%1</translation>
    </message>
    <message>
        <source>Sent to the wall %2: %1</source>
        <translation>投送到電視牆 %2：%1</translation>
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
        <source>yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>The same hours of the day before, dotted (Y)</source>
        <translation>前一天的同一時段，點線（Y）</translation>
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
        <source>reading the history …</source>
        <translation>正在讀取歷史資料…</translation>
    </message>
    <message>
        <source>read %1 ago</source>
        <translation>%1 前讀數</translation>
    </message>
    <message>
        <source>not heard yet</source>
        <translation>尚無訊號</translation>
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
        <source>your role does not allow this</source>
        <translation>您的角色無權執行此操作</translation>
    </message>
    <message>
        <source>the program failed on it</source>
        <translation>程式處理時出錯</translation>
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
    <name>TrialForm</name>
    <message>
        <source>deadband</source>
        <translation>回差</translation>
    </message>
    <message>
        <source>on-delay</source>
        <translation>警報延時</translation>
    </message>
    <message>
        <source>off-delay</source>
        <translation>復歸延時</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>重演</translation>
    </message>
    <message>
        <source>Replay with this setting</source>
        <translation>依此設定重演</translation>
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
        <translation>停用</translation>
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
        <translation>火災</translation>
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
    <name>VerifyPanel</name>
    <message>
        <source>Verify: is it real?</source>
        <translation>查證：是否屬實？</translation>
    </message>
    <message>
        <source>at 0:00 it counts as real; supervisor told</source>
        <translation>到 0:00 視為屬實，並通知值班主管</translation>
    </message>
    <message>
        <source>at 0:00 it counts as real</source>
        <translation>到 0:00 視為屬實</translation>
    </message>
    <message>
        <source>Nobody verified in time</source>
        <translation>無人及時查證</translation>
    </message>
    <message>
        <source>it counts as real; supervisor told</source>
        <translation>視為屬實，已通知值班主管</translation>
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
        <source>Send ▾</source>
        <translation>投送 ▾</translation>
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
        <source>out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>on test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>shelved</source>
        <translation>擱置</translation>
    </message>
    <message>
        <source>suppressed</source>
        <translation>隔離</translation>
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
        <translation>遺失</translation>
    </message>
    <message>
        <source>out</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>not rationalised</source>
        <translation>未合理化</translation>
    </message>
    <message>
        <source>picture follows</source>
        <translation>畫面即將出現</translation>
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
        <source>REPLAY</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>DELAYED</source>
        <translation>延遲</translation>
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
        <source>A change of the site waits unseen: fires have its room</source>
        <translation>園區變更待確認但未顯示：火警佔用了其位置</translation>
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
        <source>Too much for this machine: once more shows it all the same</source>
        <translation>超出本機能力：再操作一次則照樣顯示</translation>
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
        <source>There are no pictures to take</source>
        <translation>沒有可擷取的畫面</translation>
    </message>
    <message>
        <source>This camera cannot be turned</source>
        <translation>此攝影機沒有雲台</translation>
    </message>
    <message>
        <source>Somebody else turns this camera</source>
        <translation>他人正在控制此雲台</translation>
    </message>
    <message>
        <source>It has no such preset</source>
        <translation>沒有此預設點</translation>
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
    <message>
        <source>It shows nothing that could be taken</source>
        <translation>目前沒有可作為參考的畫面</translation>
    </message>
    <message>
        <source>No such wall is open there</source>
        <translation>那裡沒有開啟這面電視牆</translation>
    </message>
    <message>
        <source>This is a wall of your own</source>
        <translation>這是本席位自己的電視牆</translation>
    </message>
    <message>
        <source>Somebody is using that tile</source>
        <translation>該畫面有人正在使用</translation>
    </message>
    <message>
        <source>An alarm is shown there</source>
        <translation>那裡正顯示警報</translation>
    </message>
    <message>
        <source>It came too late</source>
        <translation>到達太晚</translation>
    </message>
</context>
</TS>
