<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_GB">
<context>
    <name>AlarmHead</name>
    <message>
        <source>%1 unacknowledged · %2 open</source>
        <translation>%1 未确认 · %2 未结</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>报警</translation>
    </message>
</context>
<context>
    <name>AlarmPanel</name>
    <message>
        <source>No alarm is open. %1 of %2 points heard.</source>
        <translation>无未结报警。%2 个点位中 %1 个有信号。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Not connected to the message broker: no alarm can arrive.</source>
        <translation>未连接消息服务：收不到任何报警。</translation>
    </message>
    <message>
        <source>No point has been heard yet: nothing is known of the site.</source>
        <translation>尚未收到任何点位信号：现场状况不明。</translation>
    </message>
    <message>
        <source>No fire, no hazard. %1 of %2 points heard.</source>
        <translation>无火警、无隐患。%2 个点位中 %1 个有信号。</translation>
    </message>
    <message numerus="yes">
        <source>%n trouble(s) in the table.</source>
        <translation>
            <numerusform>列表中有 %n 项故障。</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledge  F2</source>
        <translation>确认  F2</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
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
        <translation>类别</translation>
    </message>
    <message>
        <source>what · where · device</source>
        <translation>事项 · 地点 · 设备</translation>
    </message>
    <message>
        <source>what · where</source>
        <translation>事项 · 地点</translation>
    </message>
    <message>
        <source>raised · state</source>
        <translation>时间 · 状态</translation>
    </message>
</context>
<context>
    <name>DeskTiles</name>
    <message numerus="yes">
        <source>%n alarm(s) waiting</source>
        <translation>
            <numerusform>另有 %n 个报警等待</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>retry after %1 s</source>
        <translation>%1 秒后重试</translation>
    </message>
    <message>
        <source>The next best cameras of an alarm appear here</source>
        <translation>报警时此处显示次优摄像机</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>无摄像机</translation>
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
        <translation>确认  F2</translation>
    </message>
    <message>
        <source>Reset: what was it?</source>
        <translation>复位：核实结果</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>No alarm is chosen.</source>
        <translation>未选择报警。</translation>
    </message>
    <message>
        <source>%1 of %2 points heard</source>
        <translation>%2 个点位中 %1 个有信号</translation>
    </message>
    <message>
        <source>%1 of %2 cameras live</source>
        <translation>%2 路摄像机中 %1 路实时</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>报警时间</translation>
    </message>
    <message>
        <source>occurrences</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>normal since</source>
        <translation>恢复正常</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>not yet saved</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像机</translation>
    </message>
    <message numerus="yes">
        <source>%n more camera(s)</source>
        <translation>
            <numerusform>另有 %n 路摄像机</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>unack</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>active</source>
        <translation>报警中</translation>
    </message>
    <message>
        <source>to reset</source>
        <translation>待复位</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>状态不明</translation>
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
        <translation>中断 %1</translation>
    </message>
</context>
<context>
    <name>JournalPanel</name>
    <message>
        <source>Journal</source>
        <translation>事件日志</translation>
    </message>
    <message>
        <source>Raised: %1</source>
        <translation>报警：%1</translation>
    </message>
    <message>
        <source>%2 acknowledged: %1</source>
        <translation>%2 已确认：%1</translation>
    </message>
    <message>
        <source>Normal again: %1</source>
        <translation>恢复正常：%1</translation>
    </message>
    <message>
        <source>%2 reset: %1</source>
        <translation>%2 已复位：%1</translation>
    </message>
    <message>
        <source>%2 was first: %1</source>
        <translation>%2 已先操作：%1</translation>
    </message>
    <message>
        <source>Picture: %1, %2</source>
        <translation>画面：%1，%2</translation>
    </message>
    <message>
        <source>%1 lost: %2</source>
        <translation>%1 中断：%2</translation>
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
        <translation>一条消息已隔离：%1</translation>
    </message>
    <message>
        <source>The clock was stepped by %1 s</source>
        <translation>时钟跳变 %1 秒</translation>
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
        <translation>%1：测试或拆除</translation>
    </message>
    <message>
        <source>%1: not heard</source>
        <translation>%1：无信号</translation>
    </message>
    <message>
        <source>Smoke</source>
        <translation>烟感报警</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>感温报警</translation>
    </message>
    <message>
        <source>Flame</source>
        <translation>火焰报警</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>火灾报警</translation>
    </message>
    <message>
        <source>Manual call point</source>
        <translation>手动报警按钮</translation>
    </message>
    <message>
        <source>Water flow</source>
        <translation>水流指示</translation>
    </message>
    <message>
        <source>Panic button</source>
        <translation>紧急按钮</translation>
    </message>
    <message>
        <source>Gas</source>
        <translation>可燃气体</translation>
    </message>
    <message>
        <source>Carbon monoxide</source>
        <translation>一氧化碳</translation>
    </message>
    <message>
        <source>Pre-alarm</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Smoke in the picture</source>
        <translation>画面烟雾</translation>
    </message>
    <message>
        <source>Fire in the picture</source>
        <translation>画面火焰</translation>
    </message>
    <message>
        <source>On test</source>
        <translation>测试中</translation>
    </message>
    <message>
        <source>Silenced</source>
        <translation>已消音</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>被拆除</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已屏蔽</translation>
    </message>
    <message>
        <source>Valve shut</source>
        <translation>阀门关闭</translation>
    </message>
    <message>
        <source>Fire door open</source>
        <translation>防火门开启</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈信号</translation>
    </message>
    <message>
        <source>Tamper</source>
        <translation>防拆报警</translation>
    </message>
    <message>
        <source>Device fault</source>
        <translation>设备故障</translation>
    </message>
    <message>
        <source>Device offline</source>
        <translation>设备离线</translation>
    </message>
    <message>
        <source>Clock wrong</source>
        <translation>时钟异常</translation>
    </message>
    <message>
        <source>Power fault</source>
        <translation>电源故障</translation>
    </message>
    <message>
        <source>Wire break</source>
        <translation>线路断线</translation>
    </message>
    <message>
        <source>Video loss</source>
        <translation>视频丢失</translation>
    </message>
    <message>
        <source>Battery low</source>
        <translation>电池电量低</translation>
    </message>
    <message>
        <source>Camera without picture</source>
        <translation>摄像机无画面</translation>
    </message>
    <message>
        <source>E-bike in lift</source>
        <translation>电动车进电梯</translation>
    </message>
    <message>
        <source>Fire lane blocked</source>
        <translation>消防通道占用</translation>
    </message>
    <message>
        <source>Piled goods</source>
        <translation>杂物堆放</translation>
    </message>
    <message>
        <source>Charging post too hot</source>
        <translation>充电桩过热</translation>
    </message>
    <message>
        <source>Charging post temperature</source>
        <translation>充电桩温度</translation>
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
        <translation>剩余电流（漏电）</translation>
    </message>
    <message>
        <source>Rain warning</source>
        <translation>暴雨预警</translation>
    </message>
    <message>
        <source>Wind warning</source>
        <translation>大风预警</translation>
    </message>
    <message>
        <source>Heat warning</source>
        <translation>高温预警</translation>
    </message>
    <message>
        <source>Flood warning</source>
        <translation>洪水预警</translation>
    </message>
    <message>
        <source>Weather warning</source>
        <translation>气象预警</translation>
    </message>
    <message>
        <source>Hydrant pressure</source>
        <translation>消火栓水压</translation>
    </message>
    <message>
        <source>Water level</source>
        <translation>水位</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Humidity</source>
        <translation>湿度</translation>
    </message>
    <message>
        <source>Gas level</source>
        <translation>燃气浓度</translation>
    </message>
    <message>
        <source>CO level</source>
        <translation>一氧化碳浓度</translation>
    </message>
    <message>
        <source>Smoke level</source>
        <translation>烟雾浓度</translation>
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
        <translation>电压</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>电流</translation>
    </message>
    <message>
        <source>Radio quality</source>
        <translation>无线信号质量</translation>
    </message>
    <message>
        <source>Broker lost</source>
        <translation>消息服务中断</translation>
    </message>
    <message>
        <source>Journal failing</source>
        <translation>日志写入失败</translation>
    </message>
    <message>
        <source>Receipts failing</source>
        <translation>收件记录写入失败</translation>
    </message>
    <message>
        <source>Video lost</source>
        <translation>视频进程中断</translation>
    </message>
    <message>
        <source>Message set aside</source>
        <translation>消息已隔离</translation>
    </message>
    <message>
        <source>Program error</source>
        <translation>程序错误</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>Latency ledger, s</source>
        <translation>时延记录，秒</translation>
    </message>
    <message>
        <source>detector</source>
        <translation>探测器</translation>
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
        <translation>画面</translation>
    </message>
    <message>
        <source>your key</source>
        <translation>您的确认</translation>
    </message>
</context>
<context>
    <name>LinkWords</name>
    <message>
        <source>Broker</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>日志库</translation>
    </message>
    <message>
        <source>Spool</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>无法到达</translation>
    </message>
    <message>
        <source>name not found</source>
        <translation>找不到主机名</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS 失败</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>no heartbeat</source>
        <translation>无心跳</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>密码错误</translation>
    </message>
    <message>
        <source>not authorised</source>
        <translation>未授权</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>未被接受</translation>
    </message>
    <message>
        <source>subscription refused</source>
        <translation>订阅被拒绝</translation>
    </message>
    <message>
        <source>another console uses this position</source>
        <translation>另一控制台占用此席位</translation>
    </message>
    <message>
        <source>broker is shutting down</source>
        <translation>消息服务正在关闭</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation>协议错误</translation>
    </message>
    <message>
        <source>wrong configuration</source>
        <translation>配置错误</translation>
    </message>
    <message>
        <source>database locked</source>
        <translation>数据库被锁定</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>folder is read-only</source>
        <translation>文件夹只读</translation>
    </message>
    <message>
        <source>file damaged</source>
        <translation>文件损坏</translation>
    </message>
    <message>
        <source>database server away</source>
        <translation>数据库服务器不可达</translation>
    </message>
    <message>
        <source>read or write error</source>
        <translation>读写错误</translation>
    </message>
    <message>
        <source>used by another process</source>
        <translation>被另一进程占用</translation>
    </message>
    <message>
        <source>program error</source>
        <translation>程序错误</translation>
    </message>
    <message>
        <source>process died</source>
        <translation>进程退出</translation>
    </message>
    <message>
        <source>process hung</source>
        <translation>进程无响应</translation>
    </message>
    <message>
        <source>process cannot start</source>
        <translation>进程无法启动</translation>
    </message>
    <message>
        <source>nobody listens to this topic</source>
        <translation>该主题无人订阅</translation>
    </message>
    <message>
        <source>no rule for it</source>
        <translation>无对应规则</translation>
    </message>
    <message>
        <source>nothing in it to watch</source>
        <translation>无监视内容</translation>
    </message>
    <message>
        <source>device not named</source>
        <translation>未标明设备</translation>
    </message>
    <message>
        <source>value missing</source>
        <translation>缺少数值</translation>
    </message>
    <message>
        <source>device not introduced</source>
        <translation>设备未注册</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空消息</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>nested too deep</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>wrong character set</source>
        <translation>字符集错误</translation>
    </message>
    <message>
        <source>broken JSON</source>
        <translation>JSON 损坏</translation>
    </message>
    <message>
        <source>broken XML</source>
        <translation>XML 损坏</translation>
    </message>
    <message>
        <source>broken frame</source>
        <translation>报文损坏</translation>
    </message>
    <message>
        <source>wrong checksum</source>
        <translation>校验和错误</translation>
    </message>
    <message>
        <source>wrong type</source>
        <translation>类型错误</translation>
    </message>
</context>
<context>
    <name>Placing</name>
    <message>
        <source>limit %1</source>
        <translation>限值 %1</translation>
    </message>
    <message>
        <source>late by %1</source>
        <translation>迟到 %1</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>line of sight unknown</source>
        <translation>视线未知</translation>
    </message>
    <message>
        <source>No camera covers this detector</source>
        <translation>没有摄像机覆盖此探测器</translation>
    </message>
    <message>
        <source>Every camera of this detector is offline</source>
        <translation>此探测器的摄像机全部离线</translation>
    </message>
    <message>
        <source>Every camera of this detector is offline: %1</source>
        <translation>此探测器的摄像机全部离线：%1</translation>
    </message>
    <message>
        <source>offline, would be: %1</source>
        <translation>离线，原为：%1</translation>
    </message>
    <message>
        <source>turn %1°</source>
        <translation>转动 %1°</translation>
    </message>
    <message>
        <source>floor %1</source>
        <translation>楼层 %1</translation>
    </message>
    <message>
        <source>stair, floor %1</source>
        <translation>楼梯，楼层 %1</translation>
    </message>
    <message>
        <source>floor not known</source>
        <translation>楼层不明</translation>
    </message>
    <message>
        <source>too far to count</source>
        <translation>距离过远</translation>
    </message>
    <message>
        <source>wall between</source>
        <translation>有墙遮挡</translation>
    </message>
    <message>
        <source>beyond its range</source>
        <translation>超出可视距离</translation>
    </message>
    <message>
        <source>looks elsewhere</source>
        <translation>朝向他处</translation>
    </message>
    <message>
        <source>beyond its pan limits</source>
        <translation>超出云台范围</translation>
    </message>
    <message>
        <source>right above</source>
        <translation>正上方</translation>
    </message>
    <message>
        <source>detector not on the plan</source>
        <translation>探测器未上图</translation>
    </message>
    <message>
        <source>camera not on the plan</source>
        <translation>摄像机未上图</translation>
    </message>
</context>
<context>
    <name>SiteChange</name>
    <message>
        <source>Apply  Ctrl+R</source>
        <translation>应用  Ctrl+R</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SiteWords</name>
    <message>
        <source>Reading the site folder …</source>
        <translation>正在读取园区文件夹…</translation>
    </message>
    <message numerus="yes">
        <source>The site folder has %n error(s). The site goes on as it was.</source>
        <translation>
            <numerusform>园区文件夹有 %n 处错误，继续使用原园区。</numerusform>
        </translation>
    </message>
    <message>
        <source>The site has changed: %1 added, %2 removed, %3 changed</source>
        <translation>园区有变更：新增 %1，移除 %2，修改 %3</translation>
    </message>
    <message>
        <source>%4 applied the site: %1 added, %2 removed, %3 changed</source>
        <translation>%4 已应用园区变更：新增 %1，移除 %2，修改 %3</translation>
    </message>
    <message>
        <source>The site folder says nothing new</source>
        <translation>园区文件夹没有变更</translation>
    </message>
    <message>
        <source>The site folder cannot be used</source>
        <translation>园区文件夹无法使用</translation>
    </message>
    <message>
        <source>%1 discarded the change of the site</source>
        <translation>%1 已放弃园区变更</translation>
    </message>
    <message>
        <source>The site folder has changed</source>
        <translation>园区文件夹有变更</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>Bindings</source>
        <translation>绑定</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>建筑</translation>
    </message>
    <message>
        <source>Floors</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>Walls</source>
        <translation>墙体</translation>
    </message>
    <message>
        <source>Doors</source>
        <translation>门</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>场地</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
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
        <translation>预警</translation>
    </message>
    <message>
        <source>SUPERVISORY</source>
        <translation>监管</translation>
    </message>
    <message>
        <source>TROUBLE</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>HAZARD</source>
        <translation>隐患</translation>
    </message>
    <message>
        <source>WARNING</source>
        <translation>外部预警</translation>
    </message>
    <message>
        <source>EVENT</source>
        <translation>趋势越限</translation>
    </message>
    <message>
        <source>FAULT</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>URGENT 1</source>
        <translation>紧急 1</translation>
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
        <translation>未确认</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>cleared, not seen</source>
        <translation>已恢复，未确认</translation>
    </message>
    <message>
        <source>verify and reset</source>
        <translation>核实后复位</translation>
    </message>
    <message>
        <source>source lost</source>
        <translation>信号源丢失</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>密码错误</translation>
    </message>
    <message>
        <source>unack</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>acked</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>未查看</translation>
    </message>
    <message>
        <source>to reset</source>
        <translation>待复位</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>waiting for key frame</source>
        <translation>等待关键帧</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>no new picture</source>
        <translation>无新画面</translation>
    </message>
    <message>
        <source>no signal</source>
        <translation>无信号</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>unsupported codec</source>
        <translation>编码不支持</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>NOT LIVE</source>
        <translation>非实时</translation>
    </message>
    <message>
        <source>bound by site</source>
        <translation>人工绑定</translation>
    </message>
    <message>
        <source>sees it</source>
        <translation>可见</translation>
    </message>
    <message>
        <source>PTZ can turn</source>
        <translation>云台可转向</translation>
    </message>
    <message>
        <source>same fire zone</source>
        <translation>同防火分区</translation>
    </message>
    <message>
        <source>access door</source>
        <translation>出入口</translation>
    </message>
    <message>
        <source>same floor</source>
        <translation>同层</translation>
    </message>
    <message>
        <source>adjacent floor</source>
        <translation>相邻楼层</translation>
    </message>
    <message>
        <source>outside view</source>
        <translation>室外可见本楼</translation>
    </message>
    <message>
        <source>same site</source>
        <translation>同园区</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>False</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>Already acknowledged</source>
        <translation>已被确认</translation>
    </message>
    <message>
        <source>Acknowledge it first</source>
        <translation>请先确认</translation>
    </message>
    <message>
        <source>The detector still reports it</source>
        <translation>探测器仍在报警</translation>
    </message>
    <message>
        <source>The source is lost: its state is not known</source>
        <translation>信号源丢失，状态不明</translation>
    </message>
    <message>
        <source>Nothing to reset</source>
        <translation>无需复位</translation>
    </message>
    <message>
        <source>This alarm is closed</source>
        <translation>该报警已结束</translation>
    </message>
    <message>
        <source>Only a person can acknowledge</source>
        <translation>只能由人员确认</translation>
    </message>
    <message>
        <source>No change of the site is waiting</source>
        <translation>没有待应用的园区变更</translation>
    </message>
    <message>
        <source>This console has no site folder</source>
        <translation>此控制台没有园区文件夹</translation>
    </message>
    <message>
        <source>Only a person can reset</source>
        <translation>只能由人员复位</translation>
    </message>
</context>
</TS>
