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
    <name>AlarmRows</name>
    <message>
        <source>This alarm</source>
        <translation>该报警</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>occurrences</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>source lost</source>
        <translation>来源中断</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>normal since</source>
        <translation>恢复时间</translation>
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
        <source>What to do</source>
        <translation>处置步骤</translation>
    </message>
    <message>
        <source>Not rationalised: nobody has written down what to do at this alarm.</source>
        <translation>未编制处置指引：此报警该怎么处置，尚无人写明。</translation>
    </message>
    <message>
        <source>call</source>
        <translation>联系</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>if nobody acts</source>
        <translation>不处置的后果</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>应在 %1 内</translation>
    </message>
    <message>
        <source>overdue by %1</source>
        <translation>已超时 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还剩 %1</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像机</translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>还有 %n 条等待</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not acknowledged</source>
        <translation>
            <numerusform>%n 条未确认</numerusform>
        </translation>
    </message>
    <message>
        <source>all acknowledged</source>
        <translation>全部已确认</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>未确认</translation>
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
        <translation>未连接消息服务：收不到任何报警。</translation>
    </message>
    <message>
        <source>No point has been heard yet: nothing is known of the site.</source>
        <translation>尚未收到任何点位信号：现场状况不明。</translation>
    </message>
    <message>
        <source>No fire, no hazard. %1 of %2 points heard, %3 of %4 cameras live.</source>
        <translation>无火警，无隐患。%2 个点位中 %1 个在线，%4 路摄像机中 %3 路有画面。</translation>
    </message>
    <message numerus="yes">
        <source>%n trouble(s) in the table.</source>
        <translation>
            <numerusform>列表中有 %n 项故障。</numerusform>
        </translation>
    </message>
    <message>
        <source>Last fire alarm %1, %2: %3, closed %4.</source>
        <translation>上次火警 %1，%2：%3，%4 复位。</translation>
    </message>
    <message numerus="yes">
        <source>%n more unacknowledged</source>
        <translation>
            <numerusform>另有 %n 条未确认</numerusform>
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
    <name>Block</name>
    <message>
        <source>%1 has it</source>
        <translation>%1 已接手</translation>
    </message>
    <message>
        <source>nobody has it yet</source>
        <translation>尚无人接手</translation>
    </message>
    <message>
        <source>%1 of %2 cameras</source>
        <translation>摄像机 %1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n 条未恢复</numerusform>
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
        <translation>尚无事件：按 F5 立案并派单</translation>
    </message>
    <message>
        <source>open for %1</source>
        <translation>已立案 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n alarms</source>
        <translation>
            <numerusform>%n 条报警</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, not taken yet</source>
        <translation>%1，尚未接手</translation>
    </message>
    <message>
        <source>No incident is open. Looked at %1; %2 closed in this run.</source>
        <translation>没有未办结的事件。检查时间 %1；本次运行已办结 %2 件。</translation>
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
        <translation>已接单</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>已到场</translation>
    </message>
    <message>
        <source>two on scene</source>
        <translation>两支到场</translation>
    </message>
    <message>
        <source>own station</source>
        <translation>本单位微站</translation>
    </message>
    <message>
        <source>area teams</source>
        <translation>片区力量</translation>
    </message>
    <message>
        <source>fire brigade</source>
        <translation>消防救援队</translation>
    </message>
    <message>
        <source>this desk</source>
        <translation>本席位</translation>
    </message>
    <message>
        <source>units sent</source>
        <translation>已派力量</translation>
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
        <translation>办结：是什么情况？所派力量随之解除。</translation>
    </message>
    <message>
        <source>A word about it</source>
        <translation>简要说明</translation>
    </message>
    <message>
        <source>Close: hold 1 s</source>
        <translation>办结：按住 1 秒</translation>
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
        <translation>类别</translation>
    </message>
    <message>
        <source>what · where</source>
        <translation>事项 · 地点</translation>
    </message>
    <message>
        <source>raised · state</source>
        <translation>时间 · 状态</translation>
    </message>
    <message>
        <source>what</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>发生时间</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>number, place, alarm  Ctrl+K</source>
        <translation>编号、地点、报警  Ctrl+K</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>Nothing is called so</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>建筑</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>Salvo</source>
        <translation>画面组</translation>
    </message>
    <message>
        <source>Onto tile</source>
        <translation>放到窗格</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>应急力量</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Unit says</source>
        <translation>力量报告</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>Control</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Next act now</source>
        <translation>立即触发下一步</translation>
    </message>
    <message>
        <source>End the drill (hold 1 s)</source>
        <translation>结束演练（按住 1 秒）</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>unack</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>active</source>
        <translation>报警中</translation>
    </message>
    <message>
        <source>incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>to reset</source>
        <translation>待复位</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
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
        <translation>%1 已先处理</translation>
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
        <source>Silence  F10</source>
        <translation>消音  F10</translation>
    </message>
    <message>
        <source>Test the sound</source>
        <translation>测试声音</translation>
    </message>
    <message>
        <source>This room</source>
        <translation>本值班室</translation>
    </message>
</context>
<context>
    <name>DispatchActs</name>
    <message>
        <source>%1 says by voice</source>
        <translation>%1 口头报告</translation>
    </message>
    <message>
        <source>Stand down</source>
        <translation>解除任务</translation>
    </message>
</context>
<context>
    <name>DispatchColumn</name>
    <message>
        <source>Open incidents</source>
        <translation>未办结事件</translation>
    </message>
    <message>
        <source>The site folder names no units.</source>
        <translation>站点资料中没有应急力量。</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>应急力量</translation>
    </message>
    <message>
        <source>Units sent</source>
        <translation>已派力量</translation>
    </message>
    <message>
        <source>More units</source>
        <translation>其他力量</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>推荐力量</translation>
    </message>
    <message numerus="yes">
        <source>%n more units</source>
        <translation>
            <numerusform>还有 %n 支力量</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DispatchDesk</name>
    <message>
        <source>%1 was first</source>
        <translation>%1 已先处理</translation>
    </message>
    <message>
        <source>Not closed: hold the button for a second</source>
        <translation>未办结：请按住按钮 1 秒</translation>
    </message>
</context>
<context>
    <name>DrillPage</name>
    <message>
        <source>Let go too early: hold the button for a second.</source>
        <translation>松开过早：请按住一秒。</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
</context>
<context>
    <name>DrillWords</name>
    <message>
        <source>alarm</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>back to normal</source>
        <translation>恢复正常</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>call from %1</source>
        <translation>来电：%1</translation>
    </message>
    <message>
        <source>told</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>PAUSED by a live alarm</source>
        <translation>因实警已暂停</translation>
    </message>
    <message>
        <source>PAUSED by a restart of the console</source>
        <translation>因控制台重启已暂停</translation>
    </message>
    <message>
        <source>PAUSED by the controller</source>
        <translation>导调员已暂停</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>%1 结束</translation>
    </message>
    <message>
        <source>ends in %1</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>controller %1</source>
        <translation>导调员 %1</translation>
    </message>
    <message>
        <source>Live: %1 active, %2 unacknowledged; a fire breaks in</source>
        <translation>实况：%1 条活动，%2 条未确认；火警即切回</translation>
    </message>
    <message>
        <source>A drill is on already.</source>
        <translation>已有演练在进行。</translation>
    </message>
    <message>
        <source>This scenario is not there any more.</source>
        <translation>该想定已不存在。</translation>
    </message>
    <message>
        <source>Name the controller of the drill.</source>
        <translation>请填写演练导调员。</translation>
    </message>
    <message>
        <source>The controller's name is too long.</source>
        <translation>导调员姓名过长。</translation>
    </message>
    <message>
        <source>A drill takes from 1 to %1 minutes.</source>
        <translation>演练时长为 1 至 %1 分钟。</translation>
    </message>
    <message>
        <source>A live alarm waits: acknowledge it first.</source>
        <translation>有实警待处理：请先确认。</translation>
    </message>
    <message>
        <source>No drill is on.</source>
        <translation>当前没有演练。</translation>
    </message>
    <message>
        <source>The drill is paused.</source>
        <translation>演练已暂停。</translation>
    </message>
    <message>
        <source>The drill runs already.</source>
        <translation>演练已在进行。</translation>
    </message>
    <message>
        <source>That has happened already.</source>
        <translation>该步已触发。</translation>
    </message>
    <message>
        <source>There is no such act.</source>
        <translation>没有这一步。</translation>
    </message>
    <message>
        <source>This message is not on the wall any more.</source>
        <translation>电话墙上已无此消息。</translation>
    </message>
    <message>
        <source>The unit cannot say that now.</source>
        <translation>该力量此时不能如此应答。</translation>
    </message>
    <message>
        <source>Drill started by %2: %1</source>
        <translation>%2 开始演练：%1</translation>
    </message>
    <message>
        <source>Drill paused: %1</source>
        <translation>演练暂停：%1</translation>
    </message>
    <message>
        <source>Drill goes on, %2: %1</source>
        <translation>%2 继续演练：%1</translation>
    </message>
    <message>
        <source>Drill ended: %1</source>
        <translation>演练结束：%1</translation>
    </message>
    <message>
        <source>Drill, next act: %1</source>
        <translation>演练，触发下一步：%1</translation>
    </message>
    <message>
        <source>Call: %1</source>
        <translation>来电：%1</translation>
    </message>
    <message>
        <source>you spoke for %1 s</source>
        <translation>您讲话 %1 秒</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>尚未应答</translation>
    </message>
    <message>
        <source>stand down</source>
        <translation>撤回</translation>
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
        <translation>已确认</translation>
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
        <translation>到场</translation>
    </message>
    <message>
        <source>%1, too late</source>
        <translation>%1，超时</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>Camera %1</source>
        <translation>摄像机 %1</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export trends</source>
        <translation>导出趋势数据</translation>
    </message>
    <message>
        <source>Exporting %1…</source>
        <translation>正在导出 %1…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Not saved: %1 (%2)</source>
        <translation>未保存：%1（%2）</translation>
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
        <translation>报警→画面</translation>
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
        <translation>%1 秒后重试</translation>
    </message>
    <message>
        <source>not tried again</source>
        <translation>不再重试</translation>
    </message>
</context>
<context>
    <name>IncidentActs</name>
    <message>
        <source>Join %1</source>
        <translation>并入 %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>记事</translation>
    </message>
    <message>
        <source>To position</source>
        <translation>移交席位</translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation>在哪里？</translation>
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
        <translation>119 已到场</translation>
    </message>
    <message>
        <source>Close …</source>
        <translation>办结 …</translation>
    </message>
    <message>
        <source>New incident  Ctrl+N</source>
        <translation>新建事件  Ctrl+N</translation>
    </message>
    <message numerus="yes">
        <source>Dispatch %n units</source>
        <translation>
            <numerusform>派单：%n 支力量</numerusform>
        </translation>
    </message>
    <message>
        <source>Add units</source>
        <translation>增派力量</translation>
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
        <translation>未办结事件</translation>
    </message>
    <message>
        <source>Closed lately</source>
        <translation>最近办结</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>No incident is chosen. Enter on one of the list shows its timeline.</source>
        <translation>尚未选择事件。在列表中按 Enter 显示其时间线。</translation>
    </message>
</context>
<context>
    <name>IncidentWords</name>
    <message>
        <source>Resolved</source>
        <translation>已处置</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未发现异常</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重复事件</translation>
    </message>
    <message>
        <source>Handed to 119</source>
        <translation>移交 119</translation>
    </message>
    <message>
        <source>This incident is not known here any more</source>
        <translation>此处已没有该事件</translation>
    </message>
    <message>
        <source>This incident is closed</source>
        <translation>该事件已办结</translation>
    </message>
    <message>
        <source>This alarm belongs to another incident</source>
        <translation>该报警属于另一事件</translation>
    </message>
    <message>
        <source>This position owns it already</source>
        <translation>本席位已负责该事件</translation>
    </message>
    <message>
        <source>Name the position that takes over</source>
        <translation>请填写接手的席位</translation>
    </message>
    <message>
        <source>Say where it is</source>
        <translation>请填写地点</translation>
    </message>
    <message>
        <source>The note is empty</source>
        <translation>记事为空</translation>
    </message>
    <message>
        <source>The note is too long</source>
        <translation>记事过长</translation>
    </message>
    <message>
        <source>This clock has stopped already</source>
        <translation>该计时已停止</translation>
    </message>
    <message>
        <source>Choose an alarm or an incident first</source>
        <translation>请先选择报警或事件</translation>
    </message>
    <message>
        <source>There is no such unit</source>
        <translation>没有这支力量</translation>
    </message>
    <message>
        <source>Nobody else can be sent</source>
        <translation>已无其他力量可派</translation>
    </message>
    <message>
        <source>This unit is out of service</source>
        <translation>该力量停勤</translation>
    </message>
    <message>
        <source>This unit has the order already</source>
        <translation>该力量已收到派单</translation>
    </message>
    <message>
        <source>This unit is at another incident</source>
        <translation>该力量正在处置另一事件</translation>
    </message>
    <message>
        <source>This unit has no order</source>
        <translation>该力量没有任务</translation>
    </message>
    <message>
        <source>The unit is so already</source>
        <translation>该力量已是此状态</translation>
    </message>
    <message>
        <source>No unit can say that of itself</source>
        <translation>力量不能自报此状态</translation>
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
        <source>%1 spoke on %2, %3</source>
        <translation>%1 在 %2 讲话，%3</translation>
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
        <source>No picture</source>
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
        <source>Trends not kept</source>
        <translation>趋势数据未保存</translation>
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
        <source>Sound lost</source>
        <translation>声音中断</translation>
    </message>
    <message>
        <source>Voice server lost</source>
        <translation>语音服务器中断</translation>
    </message>
    <message>
        <source>Guardian lost</source>
        <translation>守护程序已断开</translation>
    </message>
    <message>
        <source>No clip kept</source>
        <translation>未保存录像片段</translation>
    </message>
    <message>
        <source>Message set aside</source>
        <translation>消息已隔离</translation>
    </message>
    <message>
        <source>Program error</source>
        <translation>程序错误</translation>
    </message>
    <message>
        <source>Screen gone</source>
        <translation>屏幕丢失</translation>
    </message>
    <message>
        <source>Settings file failing</source>
        <translation>设置文件故障</translation>
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
        <translation>正在通话</translation>
    </message>
    <message>
        <source>lost %1</source>
        <translation>中断 %1</translation>
    </message>
    <message>
        <source>silenced</source>
        <translation>已消音</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未启用</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>Latency ledger, s</source>
        <translation>时延记录，秒</translation>
    </message>
    <message>
        <source>device</source>
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
        <source>History</source>
        <translation>历史数据</translation>
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
        <source>Audio</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>守护程序</translation>
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
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>设置文件</translation>
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
        <source>no audio device</source>
        <translation>没有音频设备</translation>
    </message>
    <message>
        <source>audio device gone</source>
        <translation>音频设备已断开</translation>
    </message>
    <message>
        <source>audio device takes no sound</source>
        <translation>音频设备不接收声音</translation>
    </message>
    <message>
        <source>audio device cannot be opened</source>
        <translation>音频设备无法打开</translation>
    </message>
    <message>
        <source>not a voice server</source>
        <translation>不是语音服务器</translation>
    </message>
    <message>
        <source>no encrypted connection</source>
        <translation>无法加密连接</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>证书不受信任</translation>
    </message>
    <message>
        <source>name in use</source>
        <translation>名称已被使用</translation>
    </message>
    <message>
        <source>name refused</source>
        <translation>名称被拒绝</translation>
    </message>
    <message>
        <source>server full</source>
        <translation>服务器已满</translation>
    </message>
    <message>
        <source>needs our certificate</source>
        <translation>需要本机证书</translation>
    </message>
    <message>
        <source>not admitted</source>
        <translation>不允许进入</translation>
    </message>
    <message>
        <source>sent away</source>
        <translation>被移出</translation>
    </message>
    <message>
        <source>channel unknown</source>
        <translation>没有此频道</translation>
    </message>
    <message>
        <source>password unreadable</source>
        <translation>密码无法读取</translation>
    </message>
    <message>
        <source>own certificate unreadable</source>
        <translation>本机证书无法读取</translation>
    </message>
    <message>
        <source>the voice process ended</source>
        <translation>语音进程已退出</translation>
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
        <source>unknown unit</source>
        <translation>未知力量</translation>
    </message>
    <message>
        <source>kept from another time</source>
        <translation>保留的旧消息</translation>
    </message>
    <message>
        <source>wrong type</source>
        <translation>类型错误</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>no microphone: listening only</source>
        <translation>无话筒：只能收听</translation>
    </message>
    <message>
        <source>open</source>
        <translation>开</translation>
    </message>
    <message>
        <source>shut</source>
        <translation>关</translation>
    </message>
    <message>
        <source>mic</source>
        <translation>话筒</translation>
    </message>
    <message>
        <source>The system's microphone</source>
        <translation>系统默认话筒</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>A part of the program failed: %1.</source>
        <translation>程序的一部分出错：%1。</translation>
    </message>
    <message>
        <source>The console was restarted at %1 after it hung for %2 s.</source>
        <translation>控制台无响应 %2 秒，已于 %1 重新启动。</translation>
    </message>
    <message>
        <source>The console was restarted at %1: it did not start within %2 s.</source>
        <translation>控制台未能在 %2 秒内启动，已于 %1 重新启动。</translation>
    </message>
    <message>
        <source>The console was restarted at %1 after it was killed (%2).</source>
        <translation>控制台被强制终止（%2），已于 %1 重新启动。</translation>
    </message>
    <message>
        <source>The console was restarted at %1 after it ended with status %2.</source>
        <translation>控制台异常退出（状态 %2），已于 %1 重新启动。</translation>
    </message>
    <message>
        <source>No report could be written.</source>
        <translation>未能写入报告。</translation>
    </message>
    <message>
        <source>Report: %1</source>
        <translation>报告：%1</translation>
    </message>
    <message>
        <source>No sound: look at the screen. An alarm is due that nobody can hear.</source>
        <translation>无声：请看屏幕。有报警应发声，但听不到。</translation>
    </message>
    <message>
        <source>Seen  Ctrl+D</source>
        <translation>已阅  Ctrl+D</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 条</translation>
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
        <translation>结果（PDF）</translation>
    </message>
    <message>
        <source>Result as CSV</source>
        <translation>结果（CSV）</translation>
    </message>
    <message>
        <source>Another drill</source>
        <translation>再次演练</translation>
    </message>
</context>
<context>
    <name>PageButtons</name>
    <message>
        <source>Plan</source>
        <translation>平面图</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>电视墙</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>录像</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>趋势曲线</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Stays when an alarm comes</source>
        <translation>来报警时不切换</translation>
    </message>
</context>
<context>
    <name>PageRows</name>
    <message>
        <source>The site folder holds no scenario: see drills/ in its manual.</source>
        <translation>站点文件夹中没有演练想定：见手册 drills/。</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>演练内容</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>演练进程</translation>
    </message>
    <message>
        <source>No alarm was raised in this drill: there is nothing to measure.</source>
        <translation>本次演练未产生报警，无可统计内容。</translation>
    </message>
    <message>
        <source>after the alarm</source>
        <translation>报警后</translation>
    </message>
</context>
<context>
    <name>PhoneList</name>
    <message>
        <source>The phone wall is empty: no order, call or speech of this drill yet. Nothing leaves the room.</source>
        <translation>电话墙为空：本次演练尚无派令、来电或讲话。一切不出本室。</translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>all sessions in use</source>
        <translation>连接数已满</translation>
    </message>
    <message>
        <source>bad address</source>
        <translation>地址错误</translation>
    </message>
    <message>
        <source>no RTSP address</source>
        <translation>不是 RTSP 地址</translation>
    </message>
    <message>
        <source>refuses connections</source>
        <translation>拒绝连接</translation>
    </message>
    <message>
        <source>nobody answers</source>
        <translation>无人应答</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>answer not understood</source>
        <translation>应答无法识别</translation>
    </message>
    <message>
        <source>sent elsewhere again and again</source>
        <translation>被反复重定向</translation>
    </message>
    <message>
        <source>password cannot be read</source>
        <translation>密码无法读取</translation>
    </message>
    <message>
        <source>program error, see the log</source>
        <translation>程序错误，见日志</translation>
    </message>
    <message>
        <source>no session opened</source>
        <translation>未建立会话</translation>
    </message>
    <message>
        <source>session forgotten</source>
        <translation>会话已失效</translation>
    </message>
    <message>
        <source>closed by the camera</source>
        <translation>摄像机关闭了连接</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>offers no video</source>
        <translation>不提供视频</translation>
    </message>
    <message>
        <source>codec</source>
        <translation>编码格式</translation>
    </message>
    <message>
        <source>cannot be decoded</source>
        <translation>无法解码</translation>
    </message>
    <message>
        <source>nothing comes</source>
        <translation>没有数据</translation>
    </message>
    <message>
        <source>nothing received for %1 s</source>
        <translation>%1 秒未收到数据</translation>
    </message>
    <message>
        <source>no key frame for %1 s</source>
        <translation>%1 秒无关键帧</translation>
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
        <translation>延迟 %1</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>1 alarm</source>
        <translation>1条报警</translation>
    </message>
    <message>
        <source>%1 alarms</source>
        <translation>%1条报警</translation>
    </message>
    <message>
        <source>1 floor</source>
        <translation>1层</translation>
    </message>
    <message>
        <source>%1 floors</source>
        <translation>%1层</translation>
    </message>
    <message>
        <source>%1 points · %2 cameras</source>
        <translation>%1 个点位 · %2 路摄像机</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>全园</translation>
    </message>
    <message>
        <source>follows the alarm</source>
        <translation>跟随报警</translation>
    </message>
    <message>
        <source>cameras</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>detectors</source>
        <translation>探测器</translation>
    </message>
    <message>
        <source>hydrants</source>
        <translation>消火栓</translation>
    </message>
    <message>
        <source>units</source>
        <translation>应急力量</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>平面图：%1</translation>
    </message>
    <message>
        <source>%1 · %2 m to %3</source>
        <translation>%1 · 距%3号 %2 m</translation>
    </message>
    <message>
        <source>last heard %1 ago</source>
        <translation>%1 前定位</translation>
    </message>
    <message>
        <source>at its station</source>
        <translation>在驻地</translation>
    </message>
    <message>
        <source>not heard yet</source>
        <translation>尚无信号</translation>
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
        <translation>应急力量 %1：%2</translation>
    </message>
    <message>
        <source>camera %1: %2</source>
        <translation>摄像机 %1：%2</translation>
    </message>
    <message>
        <source>%1: ALARM %2</source>
        <translation>%1：报警 %2</translation>
    </message>
    <message>
        <source>%1: %2 open alarms, the gravest %3</source>
        <translation>%1：%2条未结报警，最高为%3</translation>
    </message>
    <message>
        <source>N</source>
        <translation>北</translation>
    </message>
    <message>
        <source>dot: detector · fan: camera view · dashed: fire zone</source>
        <translation>圆点：探测器 · 扇形：摄像机视野 · 虚线：防火分区</translation>
    </message>
    <message>
        <source>Not placed on the plan · known: %1</source>
        <translation>图上未定位 · 已知：%1</translation>
    </message>
    <message>
        <source>Not placed on the plan</source>
        <translation>图上未定位</translation>
    </message>
    <message>
        <source>This alarm has no place on the plan</source>
        <translation>此报警在图上没有位置</translation>
    </message>
    <message>
        <source>On which floor it is, the site folder does not say</source>
        <translation>所在楼层：场所资料未注明</translation>
    </message>
    <message>
        <source>The walls of this floor are not drawn: lines of sight unknown</source>
        <translation>本层墙体未绘制：视线是否受阻未知</translation>
    </message>
    <message>
        <source>The site folder draws no buildings</source>
        <translation>场所资料中没有建筑</translation>
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
        <translation>录像</translation>
    </message>
    <message>
        <source>Clips (%1): %2</source>
        <translation>录像（%1）：%2</translation>
    </message>
    <message>
        <source>No snapshot: %1</source>
        <translation>未能截图：%1</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Clips of the chosen alarm</source>
        <translation>所选报警的录像</translation>
    </message>
    <message>
        <source>Place in the clip</source>
        <translation>录像位置</translation>
    </message>
    <message>
        <source>Recorded picture</source>
        <translation>录像画面</translation>
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
        <translation>部分已保存</translation>
    </message>
    <message>
        <source>no clip: %1</source>
        <translation>无录像：%1</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>being saved</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>recording, ready in %1 s</source>
        <translation>录制中，%1 秒后可看</translation>
    </message>
    <message>
        <source>the camera gave no pictures</source>
        <translation>摄像机无图像</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the folder cannot be written</source>
        <translation>文件夹无法写入</translation>
    </message>
    <message>
        <source>the disk is too slow</source>
        <translation>磁盘太慢</translation>
    </message>
    <message>
        <source>the pictures cannot be used</source>
        <translation>图像无法使用</translation>
    </message>
    <message>
        <source>the program ended before</source>
        <translation>程序此前已结束</translation>
    </message>
    <message>
        <source>a bad name</source>
        <translation>名称无效</translation>
    </message>
    <message>
        <source>the site lost the camera</source>
        <translation>场所中已无此摄像机</translation>
    </message>
    <message>
        <source>nothing was heard of it</source>
        <translation>没有收到结果</translation>
    </message>
    <message>
        <source>libvlc is not installed: clips cannot be played here</source>
        <translation>未安装 libvlc：此处无法播放录像</translation>
    </message>
    <message>
        <source>This is not a clip of this console</source>
        <translation>这不是本控制台的录像</translation>
    </message>
    <message>
        <source>The file is gone</source>
        <translation>文件已不存在</translation>
    </message>
    <message>
        <source>The clip is still being recorded</source>
        <translation>录像仍在录制中</translation>
    </message>
    <message>
        <source>The file is not the one that was recorded: its SHA-256 is not the journal's</source>
        <translation>此文件不是当时录制的文件：SHA-256 与日志不符</translation>
    </message>
    <message>
        <source>The facts beside the file are missing</source>
        <translation>文件旁的说明缺失</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>文件无法读取</translation>
    </message>
    <message>
        <source>Nothing in the file can be decoded</source>
        <translation>文件内容无法解码</translation>
    </message>
    <message>
        <source>The player did not answer: open the clip again</source>
        <translation>播放器无响应：请重新打开录像</translation>
    </message>
    <message>
        <source>The clip stopped: open it again</source>
        <translation>录像已停止：请重新打开</translation>
    </message>
    <message>
        <source>The file is being checked</source>
        <translation>正在核对文件</translation>
    </message>
    <message>
        <source>Choose a fire alarm: its clips are listed here</source>
        <translation>请选择一条火警：其录像将列在此处</translation>
    </message>
    <message>
        <source>Choose a clip and press Enter</source>
        <translation>选择录像并按回车</translation>
    </message>
    <message>
        <source>This alarm has no clips</source>
        <translation>此报警没有录像</translation>
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
        <translation>测点的名称、地点或类型</translation>
    </message>
    <message>
        <source>No measured point is called so</source>
        <translation>没有这样的测点</translation>
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
        <translation>自驻地</translation>
    </message>
    <message>
        <source>has %1</source>
        <translation>具备%1</translation>
    </message>
    <message>
        <source>no %1</source>
        <translation>无%1</translation>
    </message>
    <message>
        <source>at incident %3</source>
        <translation>在事件 %3</translation>
    </message>
    <message>
        <source>no answer %2</source>
        <translation>未应答 %2</translation>
    </message>
    <message>
        <source>has declined</source>
        <translation>已拒单</translation>
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
        <translation>无位置</translation>
    </message>
    <message>
        <source>none of the skills</source>
        <translation>不具备所需技能</translation>
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
    <name>RestRows</name>
    <message>
        <source>Open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>No alarm is open.</source>
        <translation>没有未结报警。</translation>
    </message>
    <message>
        <source>active</source>
        <translation>报警中</translation>
    </message>
    <message>
        <source>verify and reset</source>
        <translation>核实并复位</translation>
    </message>
    <message>
        <source>source lost</source>
        <translation>来源中断</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Cameras not live</source>
        <translation>无实时画面的摄像机</translation>
    </message>
    <message>
        <source>Every camera shows a live picture.</source>
        <translation>所有摄像机画面正常。</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>Points not heard</source>
        <translation>未收到消息的点位</translation>
    </message>
    <message>
        <source>Every point was heard in its time.</source>
        <translation>所有点位均按时上报。</translation>
    </message>
    <message>
        <source>None is overdue; the others have not spoken since the start.</source>
        <translation>无超时点位；其余点位启动以来尚未上报。</translation>
    </message>
    <message>
        <source>Last acts</source>
        <translation>最近操作</translation>
    </message>
    <message>
        <source>Nobody has acted since the start.</source>
        <translation>启动以来尚无操作。</translation>
    </message>
    <message>
        <source>%1 acknowledged it</source>
        <translation>%1 已确认</translation>
    </message>
    <message>
        <source>%1 reset it</source>
        <translation>%1 已复位</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
</context>
<context>
    <name>ResultExport</name>
    <message>
        <source>Export the result</source>
        <translation>导出结果</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Not saved: %1 (%2)</source>
        <translation>未保存：%1（%2）</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message numerus="yes">
        <source>%n units</source>
        <translation>
            <numerusform>%n 支力量</numerusform>
        </translation>
    </message>
    <message>
        <source>no answer %1</source>
        <translation>未应答 %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>by voice</source>
        <translation>口头报告</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>dispatched at +%1</source>
        <translation>派单于 +%1</translation>
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
        <translation>撤离 %1</translation>
    </message>
    <message>
        <source>straight line</source>
        <translation>直线距离</translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n 支未列</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody else can be sent. %1</source>
        <translation>已无其他力量可派。%1</translation>
    </message>
</context>
<context>
    <name>Scene</name>
    <message>
        <source>reading the history…</source>
        <translation>正在读取历史数据…</translation>
    </message>
    <message>
        <source>The history cannot be read: what is older than memory is missing</source>
        <translation>历史数据无法读取：缺少内存之前的数据</translation>
    </message>
</context>
<context>
    <name>ScreenWords</name>
    <message>
        <source>no window</source>
        <translation>无窗口</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Wall %1</source>
        <translation>电视墙 %1</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Screen %1 is gone: its window is here until it is back</source>
        <translation>屏幕 %1 已断开：其窗口暂移至此，恢复后移回</translation>
    </message>
    <message>
        <source>Screen %1 is gone: %2 is parked</source>
        <translation>屏幕 %1 已断开：%2 已暂存</translation>
    </message>
    <message>
        <source>Windows cannot be placed on several screens in a Wayland session: choose an X11 session</source>
        <translation>Wayland 会话下无法在多个屏幕上放置窗口：请选择 X11 会话</translation>
    </message>
    <message>
        <source>Press Ctrl+Shift+Q once more to end Watchroom</source>
        <translation>再按一次 Ctrl+Shift+Q 退出程序</translation>
    </message>
    <message>
        <source>This window always needs a screen: give another one its role first</source>
        <translation>此窗口必须有屏幕：请先把它的角色交给另一屏幕</translation>
    </message>
    <message>
        <source>This screen is not connected</source>
        <translation>该屏幕未连接</translation>
    </message>
    <message>
        <source>Between 0.3 and 50 metres</source>
        <translation>0.3 至 50 米</translation>
    </message>
</context>
<context>
    <name>ScreensPanel</name>
    <message>
        <source>Screens</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Done  Ctrl+I</source>
        <translation>完成  Ctrl+I</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Farthest reader</source>
        <translation>最远观看者</translation>
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
        <source>Guidance</source>
        <translation>处置指引</translation>
    </message>
    <message>
        <source>Talk groups</source>
        <translation>通话组</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>应急力量</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>力量调派方案</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>Sparks</name>
    <message>
        <source>Trend −10 to +5 min</source>
        <translation>趋势 −10 至 +5 分钟</translation>
    </message>
</context>
<context>
    <name>Spoke</name>
    <message>
        <source>R plays last</source>
        <translation>R 重听</translation>
    </message>
    <message>
        <source>Nobody has spoken yet.</source>
        <translation>还没有人讲话。</translation>
    </message>
    <message>
        <source>You hear nobody you speak to</source>
        <translation>讲话时听不到对方</translation>
    </message>
    <message>
        <source>Sandbox: not on the air</source>
        <translation>演练沙箱：不对外发话</translation>
    </message>
    <message>
        <source>Who spoke</source>
        <translation>通话记录</translation>
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
        <translation>导调员</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Start the drill (hold 1 s)</source>
        <translation>开始演练（按住 1 秒）</translation>
    </message>
</context>
<context>
    <name>SurfaceTiles</name>
    <message>
        <source>no camera</source>
        <translation>无摄像机</translation>
    </message>
    <message>
        <source>No further alarm</source>
        <translation>无其他报警</translation>
    </message>
    <message>
        <source>No further camera</source>
        <translation>无其他摄像机</translation>
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
        <translation>剩余 · 已锁定</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最长 %1</translation>
    </message>
</context>
<context>
    <name>TalkWords</name>
    <message>
        <source>NO TARGET</source>
        <translation>未选目标</translation>
    </message>
    <message>
        <source>NOT CONNECTED</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>OPENING</source>
        <translation>正在接通</translation>
    </message>
    <message>
        <source>TALK</source>
        <translation>按住讲话</translation>
    </message>
    <message>
        <source>ON AIR</source>
        <translation>正在通话</translation>
    </message>
    <message>
        <source>BUSY</source>
        <translation>占线</translation>
    </message>
    <message>
        <source>REFUSED</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>MIC LOST</source>
        <translation>话筒丢失</translation>
    </message>
    <message>
        <source>NO MICROPHONE</source>
        <translation>无话筒</translation>
    </message>
    <message>
        <source>choose a group</source>
        <translation>请选择通话组</translation>
    </message>
    <message>
        <source>nobody hears you yet</source>
        <translation>对方还听不到</translation>
    </message>
    <message>
        <source>you can only listen</source>
        <translation>只能收听</translation>
    </message>
    <message>
        <source>%1 of %2 hear you</source>
        <translation>%2 组中 %1 组能听到</translation>
    </message>
    <message>
        <source>press again to end</source>
        <translation>再按一次结束</translation>
    </message>
    <message>
        <source>speak now</source>
        <translation>请讲话</translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation>就绪 %1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) ready</source>
        <translation>
            <numerusform>%n 个目标就绪</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a target first</source>
        <translation>请先选择目标</translation>
    </message>
    <message>
        <source>Not every target is in view</source>
        <translation>有目标未显示</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>无话筒</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>The voice server refuses</source>
        <translation>语音服务器拒绝</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>接通中</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>on air</source>
        <translation>通话中</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>占线</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>listen only</source>
        <translation>只能收听</translation>
    </message>
    <message numerus="yes">
        <source>%n hear(s) you</source>
        <translation>
            <numerusform>%n 人在听</numerusform>
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
        <translation>无人在线</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>尚未连接</translation>
    </message>
    <message>
        <source>nobody answers</source>
        <translation>无人应答</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>the server is silent</source>
        <translation>服务器无响应</translation>
    </message>
    <message>
        <source>not a voice server</source>
        <translation>不是语音服务器</translation>
    </message>
    <message>
        <source>no encrypted connection</source>
        <translation>无法加密连接</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>证书不受信任</translation>
    </message>
    <message>
        <source>the voice process ended</source>
        <translation>语音进程已退出</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>密码错误</translation>
    </message>
    <message>
        <source>name in use</source>
        <translation>名称已被使用</translation>
    </message>
    <message>
        <source>name refused</source>
        <translation>名称被拒绝</translation>
    </message>
    <message>
        <source>server full</source>
        <translation>服务器已满</translation>
    </message>
    <message>
        <source>needs our certificate</source>
        <translation>需要本机证书</translation>
    </message>
    <message>
        <source>not admitted</source>
        <translation>不允许进入</translation>
    </message>
    <message>
        <source>sent away</source>
        <translation>被移出</translation>
    </message>
    <message>
        <source>password unreadable</source>
        <translation>密码无法读取</translation>
    </message>
    <message>
        <source>own certificate unreadable</source>
        <translation>本机证书无法读取</translation>
    </message>
    <message>
        <source>channel unknown</source>
        <translation>没有此频道</translation>
    </message>
    <message>
        <source>may not enter</source>
        <translation>无权进入</translation>
    </message>
    <message>
        <source>may not speak</source>
        <translation>无权讲话</translation>
    </message>
    <message>
        <source>muted by the server</source>
        <translation>被服务器静音</translation>
    </message>
    <message>
        <source>libopus is missing</source>
        <translation>缺少 libopus</translation>
    </message>
    <message>
        <source>the file is missing</source>
        <translation>文件丢失</translation>
    </message>
    <message>
        <source>cannot be played</source>
        <translation>无法播放</translation>
    </message>
    <message>
        <source>no loudspeaker</source>
        <translation>没有扬声器</translation>
    </message>
</context>
<context>
    <name>Targets</name>
    <message>
        <source>%1 more …</source>
        <translation>另有 %1 组…</translation>
    </message>
    <message>
        <source>%1 speaks</source>
        <translation>%1 讲话中</translation>
    </message>
    <message>
        <source>%1 of %2 on air</source>
        <translation>通话 %1/%2</translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation>就绪 %1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n 组</numerusform>
        </translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>非目标</translation>
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
        <translation>报警：%1</translation>
    </message>
    <message>
        <source>Acknowledged: %1</source>
        <translation>已确认：%1</translation>
    </message>
    <message>
        <source>Normal again: %1</source>
        <translation>恢复正常：%1</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>已复位：%1</translation>
    </message>
    <message>
        <source>Source lost: %1</source>
        <translation>信号中断：%1</translation>
    </message>
    <message>
        <source>Source back: %1</source>
        <translation>信号恢复：%1</translation>
    </message>
    <message>
        <source>Picture shown: %1</source>
        <translation>已显示画面：%1</translation>
    </message>
    <message>
        <source>Clip kept: %1</source>
        <translation>已留存录像：%1</translation>
    </message>
    <message>
        <source>No clip: %1</source>
        <translation>未留存录像：%1</translation>
    </message>
    <message>
        <source>Clip played: %1</source>
        <translation>已回放录像：%1</translation>
    </message>
    <message>
        <source>Snapshot taken: %1</source>
        <translation>已抓图：%1</translation>
    </message>
    <message>
        <source>leaves %1</source>
        <translation>撤离 %1</translation>
    </message>
    <message>
        <source>Ordered to go: %1</source>
        <translation>已派单：%1</translation>
    </message>
    <message>
        <source>Order withdrawn: %1</source>
        <translation>派单已撤回：%1</translation>
    </message>
    <message>
        <source>Order sent: %1</source>
        <translation>派单已送达：%1</translation>
    </message>
    <message>
        <source>Nobody received the order: %1</source>
        <translation>派单无人接收：%1</translation>
    </message>
    <message>
        <source>Order never sent: %1</source>
        <translation>派单未能发出：%1</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>未应答：%1</translation>
    </message>
    <message>
        <source>by voice</source>
        <translation>口头报告</translation>
    </message>
    <message>
        <source>Stood down: %1</source>
        <translation>已解除任务：%1</translation>
    </message>
    <message>
        <source>Incident opened: %1</source>
        <translation>已立案：%1</translation>
    </message>
    <message>
        <source>Alarm joined the incident</source>
        <translation>报警并入事件</translation>
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
        <translation>记事：%1</translation>
    </message>
    <message>
        <source>Incident closed</source>
        <translation>事件已办结</translation>
    </message>
    <message>
        <source>Clock stopped: %1</source>
        <translation>计时停止：%1</translation>
    </message>
    <message>
        <source>Time is up: %1</source>
        <translation>已超时：%1</translation>
    </message>
    <message>
        <source>Said to %1</source>
        <translation>对 %1 讲话</translation>
    </message>
    <message>
        <source>%2 on %1</source>
        <translation>%2 在 %1 讲话</translation>
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
        <translation>暂停</translation>
    </message>
    <message>
        <source>Previous clip</source>
        <translation>上一段录像</translation>
    </message>
    <message>
        <source>Next clip</source>
        <translation>下一段录像</translation>
    </message>
    <message>
        <source>One picture back (,)</source>
        <translation>后退一帧（,）</translation>
    </message>
    <message>
        <source>One picture on (.)</source>
        <translation>前进一帧（.）</translation>
    </message>
    <message>
        <source>%1 times as fast</source>
        <translation>%1 倍速</translation>
    </message>
    <message>
        <source>Snapshot (S)</source>
        <translation>截图（S）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
</context>
<context>
    <name>TrendBar</name>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>+ point</source>
        <translation>＋ 测点</translation>
    </message>
    <message>
        <source>on the desk</source>
        <translation>放到席位</translation>
    </message>
    <message>
        <source>These points are what the left column shows at rest</source>
        <translation>平时左栏显示这些测点</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Values as CSV…</source>
        <translation>数值（CSV）…</translation>
    </message>
    <message>
        <source>Picture as PNG…</source>
        <translation>图片（PNG）…</translation>
    </message>
</context>
<context>
    <name>TrendPage</name>
    <message>
        <source>Nothing is measured near this alarm</source>
        <translation>此报警附近没有测点</translation>
    </message>
    <message>
        <source>The left column shows these points at rest from now on</source>
        <translation>从现在起，平时左栏显示这些测点</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>趋势曲线</translation>
    </message>
    <message>
        <source>No point is drawn. “+ point” finds one by name; F7 shows the chosen alarm's.</source>
        <translation>尚未选择测点。“＋ 测点”按名称查找；F7 显示所选报警处的测点。</translation>
    </message>
</context>
<context>
    <name>TrendPanel</name>
    <message>
        <source>Trends</source>
        <translation>趋势曲线</translation>
    </message>
    <message>
        <source>No point of this site measures a number.</source>
        <translation>本站点没有测量数值的点位。</translation>
    </message>
    <message>
        <source>the large one %1, others %2</source>
        <translation>大图 %1，其他 %2</translation>
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
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>history cannot be read</source>
        <translation>历史数据无法读取</translation>
    </message>
    <message>
        <source>no data %1</source>
        <translation>无数据 %1</translation>
    </message>
    <message>
        <source>read %1 ago</source>
        <translation>%1 前读数</translation>
    </message>
    <message>
        <source>not heard since the start</source>
        <translation>启动后尚无读数</translation>
    </message>
    <message>
        <source>of the same device</source>
        <translation>同一设备</translation>
    </message>
    <message>
        <source>nearest in the zone</source>
        <translation>同防火分区最近</translation>
    </message>
    <message>
        <source>nearest on the floor</source>
        <translation>同楼层最近</translation>
    </message>
    <message>
        <source>nearest in the building</source>
        <translation>同楼最近</translation>
    </message>
    <message>
        <source>nearest on the site</source>
        <translation>园区内最近</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>nothing may be written there</source>
        <translation>该位置不可写入</translation>
    </message>
    <message>
        <source>the disk failed or the folder is gone</source>
        <translation>磁盘故障或文件夹不存在</translation>
    </message>
    <message>
        <source>this console writes no files</source>
        <translation>本控制台不写文件</translation>
    </message>
    <message>
        <source>This point is shown already</source>
        <translation>该测点已显示</translation>
    </message>
    <message>
        <source>Four plots are full: remove a line first</source>
        <translation>四幅图已满：请先移除一条曲线</translation>
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
        <translation>应急处置小分队</translation>
    </message>
    <message>
        <source>grid officer</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>property staff</source>
        <translation>物业人员</translation>
    </message>
    <message>
        <source>expert</source>
        <translation>专家</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>ordered</source>
        <translation>已派单</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>已拒单</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接单</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>赶赴途中</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>已到场</translation>
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
        <translation>派单待发</translation>
    </message>
    <message>
        <source>nobody received the order; trying again</source>
        <translation>派单无人接收，正在重发</translation>
    </message>
    <message>
        <source>order sent</source>
        <translation>派单已发</translation>
    </message>
    <message>
        <source>order never sent</source>
        <translation>派单未发出</translation>
    </message>
    <message>
        <source>fire</source>
        <translation>灭火</translation>
    </message>
    <message>
        <source>breathing apparatus</source>
        <translation>空气呼吸器</translation>
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
        <translation>危化品</translation>
    </message>
    <message>
        <source>battery fires</source>
        <translation>电池火灾</translation>
    </message>
    <message>
        <source>electrical</source>
        <translation>电气</translation>
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
        <translation>钥匙</translation>
    </message>
    <message>
        <source>body camera</source>
        <translation>单兵视频</translation>
    </message>
</context>
<context>
    <name>WallBar</name>
    <message>
        <source>%1 tiles</source>
        <translation>%1 画面</translation>
    </message>
    <message>
        <source>Salvo: %1</source>
        <translation>画面组：%1</translation>
    </message>
    <message>
        <source>Salvos</source>
        <translation>画面组</translation>
    </message>
    <message>
        <source>Tours</source>
        <translation>轮巡</translation>
    </message>
    <message>
        <source>Page back</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Page on</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Name, then Enter</source>
        <translation>输入名称后按回车</translation>
    </message>
    <message>
        <source>This panel</source>
        <translation>本面板</translation>
    </message>
    <message>
        <source>Wall %1</source>
        <translation>电视墙 %1</translation>
    </message>
    <message>
        <source>Keep as…</source>
        <translation>存为…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep these cameras as a tour…</source>
        <translation>把这些摄像机存为轮巡…</translation>
    </message>
    <message>
        <source>Keep all salvos as a tour…</source>
        <translation>把全部画面组存为轮巡…</translation>
    </message>
</context>
<context>
    <name>WallPanel</name>
    <message>
        <source>Camera wall</source>
        <translation>电视墙</translation>
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
        <translation>核实并复位</translation>
    </message>
    <message>
        <source>source lost</source>
        <translation>来源中断</translation>
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
        <source>LATE</source>
        <translation>延迟</translation>
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
        <source>Test tone played: did you hear it?</source>
        <translation>测试音已播放：听到了吗？</translation>
    </message>
    <message>
        <source>Test cut short: an alarm came</source>
        <translation>测试中断：来了报警</translation>
    </message>
    <message>
        <source>No test while an alarm sounds</source>
        <translation>报警声响时不能测试</translation>
    </message>
    <message>
        <source>No sound: no loudspeaker</source>
        <translation>无声：没有扬声器</translation>
    </message>
    <message>
        <source>No sound: no answer</source>
        <translation>无声：没有回应</translation>
    </message>
    <message>
        <source>This position makes no sound</source>
        <translation>本席位不发声</translation>
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
    <message>
        <source>This screen is not there</source>
        <translation>没有这块屏幕</translation>
    </message>
    <message>
        <source>There is no such screen role</source>
        <translation>没有这种屏幕角色</translation>
    </message>
    <message>
        <source>The desk needs a screen</source>
        <translation>席位需要一块屏幕</translation>
    </message>
    <message>
        <source>The distance is out of range</source>
        <translation>距离超出范围</translation>
    </message>
    <message>
        <source>Type a camera number, or number*tile</source>
        <translation>请输入摄像机编号，或 编号*窗格</translation>
    </message>
    <message>
        <source>Choose a tile first</source>
        <translation>请先选择窗格</translation>
    </message>
    <message>
        <source>No camera has this number</source>
        <translation>没有此编号的摄像机</translation>
    </message>
    <message>
        <source>There is no such tile</source>
        <translation>没有这个窗格</translation>
    </message>
    <message>
        <source>There is no such wall</source>
        <translation>没有这面电视墙</translation>
    </message>
    <message>
        <source>The alarms fill this tile</source>
        <translation>此窗格由报警占用</translation>
    </message>
    <message>
        <source>This tile is empty</source>
        <translation>此窗格为空</translation>
    </message>
    <message>
        <source>There is no such layout</source>
        <translation>没有这种布局</translation>
    </message>
    <message>
        <source>There is no such arrangement</source>
        <translation>没有这个画面组</translation>
    </message>
    <message>
        <source>There is no such tour</source>
        <translation>没有这个轮巡</translation>
    </message>
    <message>
        <source>Give it a name of 1 to 40 characters</source>
        <translation>名称须为 1 至 40 个字符</translation>
    </message>
    <message>
        <source>This name is already used</source>
        <translation>此名称已被使用</translation>
    </message>
    <message>
        <source>A step may stand for 3 to 600 seconds</source>
        <translation>每步停留须为 3 至 600 秒</translation>
    </message>
    <message>
        <source>Nothing of this tour can be shown</source>
        <translation>此轮巡没有可显示的画面</translation>
    </message>
    <message>
        <source>This tour needs a whole wall</source>
        <translation>此轮巡需要整面电视墙</translation>
    </message>
</context>
</TS>
