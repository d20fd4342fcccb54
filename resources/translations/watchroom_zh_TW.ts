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
        <source>No fire, no hazard. %1 of %2 points heard.</source>
        <translation>無火警、無隱患。%2 個點位中 %1 個有訊號。</translation>
    </message>
    <message numerus="yes">
        <source>%n trouble(s) in the table.</source>
        <translation>
            <numerusform>清單中有 %n 項故障。</numerusform>
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
    <name>ColumnHead</name>
    <message>
        <source>class</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>what · where · device</source>
        <translation>事項 · 地點 · 設備</translation>
    </message>
    <message>
        <source>what · where</source>
        <translation>事項 · 地點</translation>
    </message>
    <message>
        <source>raised · state</source>
        <translation>時間 · 狀態</translation>
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
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>retry after %1 s</source>
        <translation>%1 秒後重試</translation>
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
        <translation>%1 已先操作</translation>
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
        <source>Alarm</source>
        <translation>警報</translation>
    </message>
    <message>
        <source>No alarm is chosen.</source>
        <translation>未選擇警報。</translation>
    </message>
    <message>
        <source>%1 of %2 points heard</source>
        <translation>%2 個點位中 %1 個有訊號</translation>
    </message>
    <message>
        <source>%1 of %2 cameras live</source>
        <translation>%2 路攝影機中 %1 路即時</translation>
    </message>
    <message>
        <source>state</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>警報時間</translation>
    </message>
    <message>
        <source>occurrences</source>
        <translation>次數</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>已確認</translation>
    </message>
    <message>
        <source>normal since</source>
        <translation>恢復正常</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>日誌</translation>
    </message>
    <message>
        <source>not yet saved</source>
        <translation>尚未儲存</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>攝影機</translation>
    </message>
    <message numerus="yes">
        <source>%n more camera(s)</source>
        <translation>
            <numerusform>另有 %n 路攝影機</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>unack</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>active</source>
        <translation>警報中</translation>
    </message>
    <message>
        <source>to reset</source>
        <translation>待復歸</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>狀態不明</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>up</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>lost %1</source>
        <translation>中斷 %1</translation>
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
        <source>Camera without picture</source>
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
        <source>Receipts failing</source>
        <translation>收件紀錄寫入失敗</translation>
    </message>
    <message>
        <source>Video lost</source>
        <translation>視訊程序中斷</translation>
    </message>
    <message>
        <source>Message set aside</source>
        <translation>訊息已隔離</translation>
    </message>
    <message>
        <source>Program error</source>
        <translation>程式錯誤</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>Latency ledger, s</source>
        <translation>延遲紀錄，秒</translation>
    </message>
    <message>
        <source>detector</source>
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
        <source>Spool</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>視訊</translation>
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
        <source>wrong type</source>
        <translation>型別錯誤</translation>
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
        <translation>遲到 %1</translation>
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
        <source>Settings</source>
        <translation>設定</translation>
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
        <translation>查證後復歸</translation>
    </message>
    <message>
        <source>source lost</source>
        <translation>訊號源遺失</translation>
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
</context>
</TS>
